import { isUnknown } from '../framework/tokens';
import { EnumAttribute, enumProblem, valuesOf } from '../rules/enums';
import { describeType } from '../util/text';
import { ValidationError } from '../validation/validation-error';

/**
 * Returns the value if it is one that Auth0 knows, or one that only Terraform knows.
 *
 * @throws ValidationError for any other value; the message lists the known values
 */
export function enumValue(className: string, attribute: EnumAttribute<any>, value: string): string {
  if (isUnknown(value)) {
    return value;
  }
  const problem = typeof value === 'string'
    ? enumProblem(valuesOf(attribute), value)
    : { caseOnly: false, text: `must be a string, but ${describeType(value)} was given` };
  if (problem) {
    const rule = problem.caseOnly ? 'enum-letter-case' : typeof value === 'string' ? attribute.id : 'wrong-type';
    throw new ValidationError(`${className}.of`, [{ rule, path: 'value', message: `value ${problem.text}` }]);
  }
  return value;
}
