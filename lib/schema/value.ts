/** Stands for a value that only Terraform will know: no rule judges it. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** The three states of a value: unset (`undefined`), known, unknown. */
export type Value<T> = T | typeof UNKNOWN | undefined;

/** Whether there is a literal to judge. */
export function isKnown<T>(value: Value<T>): value is T {
  return value !== undefined && value !== UNKNOWN;
}

/** Whether the user wrote anything at all, token or literal. */
export function isSet(value: unknown): boolean {
  return value !== undefined;
}

/** A block to look into, or nothing where it is unset or unknown. */
export function knownOrUndefined<T>(value: Value<T>): T | undefined {
  return isKnown(value) ? value : undefined;
}
