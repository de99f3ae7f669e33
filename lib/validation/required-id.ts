import { throwIfErrors, validate } from './validate';
import { REQUIRED_ID_RULES } from '../rules/existing';
import { block, text } from '../schema/attributes';
import { camelCase } from '../util/text';

/**
 * Refuses an id that is missing, as of an environment variable that is not set.
 *
 * @param displayName of the construct
 * @param name of the argument in Terraform, `role_id`
 */
export function requireId(displayName: string, name: string, id: string): void {
  throwIfErrors(displayName, validate(block({ [name]: text() }), REQUIRED_ID_RULES, { [camelCase(name)]: id ?? '' }).findings);
}
