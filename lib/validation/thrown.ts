import type { Violation } from './violation';

/** The text of an error that was thrown, and its violations. */
interface Thrown {
  readonly message: string;
  readonly violations: readonly Violation[];
}

/** The number of errors that are kept. A program seldom handles more than the last one. */
const KEPT = 100;

const thrown: Thrown[] = [];

/** Keeps the violations of an error, because only the text of an error reaches programs in other languages. */
export function keepThrown(error: Thrown): void {
  thrown.push(error);
  if (thrown.length > KEPT) {
    thrown.shift();
  }
}

/** A line of an error: `  - name must ... [rule]`, or at synth `  [stack] ResourceServer 'stack/Api': name must ... [rule]`. */
const LINE = /^ +(?:- |(?<stack>\[[^\]\n]*\]) )(?<message>.*) \[(?<rule>[a-z0-9]+(?:-[a-z0-9]+)*)\]$/;

/** The construct at the beginning of a message at synth: `Role 'path'`, `'path'` or `address (path)`. */
const CONSTRUCT = /^(?:\w+ )?'([^'\n]*)'|^[\w.]+ \(([^)\n]*)\):/;

/**
 * Returns the violations in the text of an error, without repetitions: some languages have the text twice. Those of an
 * error that was thrown in this process are returned as they were thrown; others are read from the lines.
 */
export function violationsIn(text: string): Violation[] {
  const known = thrown
    .filter(({ message }) => text.includes(message))
    .reduce<Thrown | undefined>((longest, one) => (longest && longest.message.length >= one.message.length ? longest : one), undefined);
  return known ? known.violations.map((violation) => ({ ...violation })) : violationsInLines(text);
}

function violationsInLines(text: string): Violation[] {
  const found = new Map<string, Violation>();
  for (const line of text.split('\n')) {
    const { stack, message, rule } = LINE.exec(line)?.groups ?? {};
    if (rule !== undefined) {
      const [, construct, constructOfBinding] = (stack && CONSTRUCT.exec(message)) || [];
      found.set(line, { rule, path: construct ?? constructOfBinding ?? /^\S*/.exec(message)![0], message });
    }
  }
  return Array.from(found.values());
}
