import { defineRules } from './rule';
import { quote } from '../util/text';

/** The names in the defaults of variables, by the properties that take the variables. */
export interface DefaultNames {
  readonly [property: string]: readonly string[];
}

/** The rules on the default of a variable whose value is a map. */
export const VARIABLE_DEFAULT_RULES = defineRules<DefaultNames>([
  {
    id: 'variable-default-names',
    severity: 'warning',
    attributes: 'default',
    summary: 'The names in the default of a variable should be written with an override: the framework changes them.',
    see: 'https://github.com/hashicorp/terraform-cdk/issues/2473',
    check: (defaults, { report }) => {
      for (const [property, names] of Object.entries(defaults)) {
        const changed = names.find((name) => inSnakeCase(name) !== name);
        if (changed !== undefined) {
          report([property], `takes a variable with a default in which the framework changes names: ${quote(changed)} becomes ${quote(inSnakeCase(changed))}. ` +
            "Write the default with variable.addOverride('default', { ... })");
        }
      }
    },
  },
]);

/** Changes a name as CDKTF does in the configuration of a variable. */
function inSnakeCase(name: string): string {
  return name
    .replace(/^[^A-Za-z0-9]*|[^A-Za-z0-9]*$/g, '')
    .replace(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a}_${b.toLowerCase()}`)
    .replace(/[^A-Za-z0-9]+|_+/g, '_')
    .toLowerCase();
}
