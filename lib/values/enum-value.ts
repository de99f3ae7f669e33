import { isUnknown } from '../framework/tokens';
import { EnumAttribute, enumProblem, valuesOf } from '../rules/enums';
import { describeType } from '../util/text';
import { ValidationError } from '../validation/validation-error';

/**
 * The value for one of our classes of named values: a token, or one of the values that Auth0 knows.
 *
 * @throws ValidationError for any other, with the values that are known
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
