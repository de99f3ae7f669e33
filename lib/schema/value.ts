/** A value that only Terraform knows. No rule checks it. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** The three states of a value: unset (`undefined`), known, unknown. */
export type Value<T> = T | typeof UNKNOWN | undefined;

/** Whether a value is a literal. */
export function isKnown<T>(value: Value<T>): value is T {
  return value !== undefined && value !== UNKNOWN;
}

/** Whether the user set a value, known or unknown. */
export function isSet(value: unknown): boolean {
  return value !== undefined;
}

/** Returns a known value, and undefined for an unset or unknown one. */
export function knownOrUndefined<T>(value: Value<T>): T | undefined {
  return isKnown(value) ? value : undefined;
}

/** Returns the value at a place. Undefined if a block around it is not known. */
export function valueIn<T>(config: object, path: readonly string[]): Value<T> {
  let value: any = config;
  for (const name of path) {
    if (!isKnown(value)) {
      return undefined;
    }
    value = value[name];
  }
  return value;
}
