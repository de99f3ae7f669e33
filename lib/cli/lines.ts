import type { Input } from './input';

/** Strings, line ends, and what structures a JSON document. */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\]:\n]/g;

const linesOf = new WeakMap<Input, ReadonlyMap<string, number>>();

/** Returns the line of a resource in the JSON that it comes from; 1 if it is not found. */
export function lineIn(input: Input, address: string): number {
  let lines = linesOf.get(input);
  if (!lines) {
    lines = linesByAddress(input.text);
    linesOf.set(input, lines);
  }
  return lines.get(address) ?? 1;
}

/**
 * Returns the lines of the blocks of a configuration, or of the resources of a plan or a state, by address. If an address
 * is there several times, its first line counts.
 *
 * @param text a JSON document without errors
 */
export function linesByAddress(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  /** The current key of each open object; undefined for a list. */
  const keys: Array<string | undefined> = [];
  let line = 1;
  let previous = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const isValue = previous === ':';
    let address: string | undefined;
    switch (token) {
      case '\n':
        line++;
        continue;
      case '{': case '[':
        keys.push(undefined);
        break;
      case '}': case ']':
        keys.pop();
        break;
      case ':':
        keys[keys.length - 1] = JSON.parse(previous);
        address = addressOfBlock(keys);
        break;
      default:
        address = isValue && keys[keys.length - 1] === 'address' ? JSON.parse(token) : undefined;
    }
    previous = token;
    if (address !== undefined && !lines.has(address)) {
      lines.set(address, line);
    }
  }
  return lines;
}

/** The keys of a block, and the lists around them: `resource`, `auth0_role`, `clerk`. */
const DEEPEST = 6;

function addressOfBlock(keys: ReadonlyArray<string | undefined>): string | undefined {
  if (keys.length > DEEPEST) {
    return undefined;
  }
  const [root, type, name, ...more] = keys.filter((key) => key !== undefined);
  if (root === 'provider') {
    return name === undefined && type !== undefined ? `provider.${type}` : undefined;
  }
  const prefix = root === 'data' ? 'data.' : root === 'resource' ? '' : undefined;
  return prefix !== undefined && name !== undefined && more.length === 0 ? `${prefix}${type}.${name}` : undefined;
}
