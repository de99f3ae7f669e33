import type { ExistingOptions } from './existing-options';
import { checkMetaArguments } from '../validation/meta-arguments';
import { optionNames, optionsOf } from '../validation/options';
import { ValidationError } from '../validation/validation-error';

const OPTIONS = optionNames('provider');

/**
 * Reads the options of an API or a role that exists already.
 *
 * @param name the name of the construct in messages
 * @throws ValidationError if the options are not an object, or the provider is none
 */
export function existingOptions(name: string, options: ExistingOptions): ExistingOptions {
  const { provider } = optionsOf(name, options, OPTIONS);
  const problems = checkMetaArguments({ provider });
  if (problems.length > 0) {
    throw new ValidationError(name, problems.map(({ rule, text }) => ({ rule, path: 'provider', message: `provider ${text}` })));
  }
  return { provider: provider ?? undefined };
}
