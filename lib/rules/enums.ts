import { Rule } from './rule';
import { isKnown, Value } from '../schema/value';
import { anyOf, quote } from '../util/text';

/** What to say of a value outside a closed set, or nothing where it is in it. */
export function enumProblem(values: readonly string[], value: string): { caseOnly: boolean; text: string } | undefined {
  if (values.includes(value)) {
    return undefined;
  }
  const respelled = values.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  return respelled !== undefined
    ? { caseOnly: true, text: `must be spelled ${quote(respelled)}, but ${quote(value)} was given` }
    : { caseOnly: false, text: `must be ${anyOf(values)}, but ${quote(value)} was given` };
}

/** A closed set of values at one place of a configuration. */
export interface EnumAttribute<Config> {
  readonly id: string;
  readonly path: readonly string[];
  readonly values: readonly string[];
  readonly see: string;
  read(config: Config): Value<string>;
}

/** The rule that a place holds one of its values; another spelling is the business of `enum-letter-case`. */
export function enumRule<Config>(place: EnumAttribute<Config>): Rule<Config> {
  return {
    id: place.id,
    severity: 'error',
    attributes: place.path.join('.'),
    summary: `Must be ${anyOf(place.values)}.`,
    see: place.see,
    check: (config, context) => {
      const value = place.read(config);
      const problem = isKnown(value) ? enumProblem(place.values, value) : undefined;
      if (problem && !problem.caseOnly) {
        context.report(place.path, problem.text);
      }
    },
  };
}

/** The rule that every one of the places is spelled exactly as Auth0 spells it. */
export function letterCaseRule<Config>(places: ReadonlyArray<EnumAttribute<Config>>): Rule<Config> {
  return {
    id: 'enum-letter-case',
    severity: 'error',
    attributes: places.map((place) => place.path.join('.')).join(', '),
    summary: 'Must be spelled exactly as Auth0 spells it: the provider ignores case, the Management API does not.',
    see: 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers',
    check: (config, context) => {
      for (const place of places) {
        const value = place.read(config);
        const problem = isKnown(value) ? enumProblem(place.values, value) : undefined;
        if (problem?.caseOnly) {
          context.report(place.path, problem.text);
        }
      }
    },
  };
}
