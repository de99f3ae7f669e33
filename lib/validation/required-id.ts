import { check, refuseErrors } from './validate';
import { EXISTING_RULES } from '../rules/existing';
import { camelCase } from '../schema/prop-names';

/**
 * Refuses an id that is missing, as of an environment variable that is not set.
 *
 * @param title how the construct is called
 * @param name of the argument, in Terraform's way, `role_id`
 * @param caller the function that the user called
 */
export function refuseEmptyId(title: string, name: string, id: string, caller: Function): void {
  const { violations } = check({ [name]: 'string' }, EXISTING_RULES, { [camelCase(name)]: id ?? '' });
  refuseErrors(title, violations, caller);
}
