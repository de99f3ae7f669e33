import { guarded } from './guarded';
import { throwIfErrors, validate } from './validate';
import { REQUIRED_ID_RULES } from '../rules/existing';
import { block, text } from '../schema/attributes';
import { camelCase } from '../util/text';

/**
 * Throws if an id is missing, for example because an environment variable is not set.
 *
 * @param displayName the name of the construct in messages
 * @param name the name of the argument in Terraform, `role_id`
 */
export function requireId(displayName: string, name: string, id: string): void {
  guarded(displayName, camelCase(name), () =>
    throwIfErrors(displayName, validate(block({ [name]: text() }), REQUIRED_ID_RULES, { [camelCase(name)]: id ?? '' }).findings));
}
