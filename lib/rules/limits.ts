import { Context } from './rule';
import { Path } from '../schema/path';
import { isKnown, Value } from '../schema/value';
import { lengthOf, seconds } from '../util/text';

/** How many scopes an API can have. */
export const MAX_SCOPES = 1000;

/** How many permissions a role can have. */
export const MAX_PERMISSIONS = 1000;

/** Reports a text that is empty or longer than Auth0 takes. */
export function checkLength(value: Value<string>, max: number, path: Path, context: Context): void {
  if (!isKnown(value)) {
    return;
  }
  if (value === '') {
    context.report(path, `must not be empty`);
  } else if (value.length > max && lengthOf(value) > max) {
    context.report(path, `must be at most ${max} characters long, but ${lengthOf(value)} were given`);
  }
}

/** Reports a number of seconds that is no whole number within the limits. */
export function checkSeconds(value: Value<number>, min: number, max: number, path: Path, context: Context): void {
  if (isKnown(value) && !(Number.isInteger(value) && value >= min && value <= max)) {
    context.report(
      path,
      `must be a whole number of seconds from ${seconds(min)} to ${seconds(max)}, but ${value} was given`,
    );
  }
}
