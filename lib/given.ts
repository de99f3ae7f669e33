/** Whether there is a value. */
export function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined && value !== null;
}

/** Only what is given: a `null`, which a program without types may hand in, would stay in the JSON. */
export function given<T extends object>(config: T): T {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => isGiven(value))) as T;
}
