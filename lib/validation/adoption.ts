import { validate } from './validate';
import { ADOPTION_RULES } from '../rules/existing';
import type { Finding } from '../rules/rule';
import { Block, block, list, text } from '../schema/attributes';
import { isRecord } from '../util/text';

const ADOPTION = block({ safe_defaults: list(text()) });

/**
 * Returns the findings for an import: safe defaults write what the code leaves out, whatever the imported thing has.
 *
 * @param given the configuration without defaults
 * @param written the configuration with them
 */
export function adoptionFindings(resource: Block, given: object, written: object): readonly Finding[] {
  const [before, after] = [given, written] as Array<Readonly<Record<string, unknown>>>;
  const safeDefaults = resource.members.flatMap(({ name, key }) => defaultsAt(name, before[key], after[key]));
  return validate(ADOPTION, ADOPTION_RULES, { safeDefaults }).findings;
}

function defaultsAt(name: string, before: unknown, after: unknown): string[] {
  if (after === undefined || before === after) {
    return [];
  }
  if (isOff(after)) {
    return [`${name} off`];
  }
  if (!isRecord(after)) {
    return Array.isArray(after) ? [`${name} = []`] : [`${name} = ${String(after)}`];
  }
  const members = isRecord(before) ? before : {};
  return Object.entries(after).flatMap(([member, value]) => defaultsAt(`${name}.${member}`, members[member], value));
}

/** Whether a value switches something off. */
function isOff(value: unknown): boolean {
  return value === 'null' || (Array.isArray(value) ? value.length > 0 && value.every(isOff) : isRecord(value) && value.disable === true);
}
