import { isValidationError, ValidationError } from './validation-error';

/**
 * Runs code that reads values of the user. A getter, a Proxy or a value of an unusual type can throw there; the user
 * then gets an error of this library that says where.
 *
 * @param name the name of the construct or method in messages
 * @param path what is read: 'props', or the name of the argument
 */
export function guarded<T>(name: string, path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (isValidationError(error)) {
      throw error;
    }
    // without the message of the error: it may contain the value
    const message = `${path} must have values that can be read, but reading them throws an error`;
    const own = new ValidationError(name, [{ rule: 'wrong-type', path, message }]);
    Object.defineProperty(own, 'cause', { value: error, configurable: true, writable: true });
    throw own;
  }
}
