import { check, throwIfErrors } from './validate';
import { REQUIRED_ID_RULES } from '../rules/existing';
import { camelCase } from '../schema/prop-names';

/**
 * Refuses an id that is missing, as of an environment variable that is not set.
 *
 * @param title how the construct is called
 * @param name of the argument, in Terraform's way, `role_id`
 * @param caller the function that the user called
 */
export function requireId(title: string, name: string, id: string, caller: Function): void {
  const { violations } = check({ [name]: 'string' }, REQUIRED_ID_RULES, { [camelCase(name)]: id ?? '' });
  throwIfErrors(title, violations, caller);
}
