import { asText, isUnknown, misuseOf } from '../framework/tokens';
import { EnumAttribute, enumProblem, valuesOf } from '../rules/enums';
import { describeType } from '../util/text';
import { guarded } from '../validation/guarded';
import { ValidationError } from '../validation/validation-error';

/**
 * Returns the value if it is one that Auth0 knows, or one that only Terraform knows.
 *
 * @throws ValidationError for any other value; the message lists the known values
 */
export function enumValue(className: string, attribute: EnumAttribute<any>, given: string): string {
  const value = guarded(`${className}.of`, 'value', () => asText(given));
  const wrong = guarded(`${className}.of`, 'value', () => misuseOf(value)) ??
    (typeof value === 'string' ? undefined : `must be a string, but ${describeType(value)} was given`);
  if (wrong !== undefined) {
    refuse(className, 'wrong-type', wrong);
  }
  const problem = isUnknown(value) ? undefined : enumProblem(valuesOf(attribute), value);
  if (problem) {
    refuse(className, problem.caseOnly ? 'enum-letter-case' : attribute.id, problem.text);
  }
  return value;
}

function refuse(className: string, rule: string, text: string): never {
  throw new ValidationError(`${className}.of`, [{ rule, path: 'value', message: `value ${text}` }]);
}
