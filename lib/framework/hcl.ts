import { isUnknown } from './tokens';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Escapes the texts in the attributes that an L1 gives to CDKTF for HCL.
 *
 * CDKTF writes a text of several lines as a heredoc, which adds a line end, and does not escape backslashes. It leaves
 * quotation marks alone that are escaped already. The name of a block comes first, as people write it.
 */
export function escapedForHcl(value: any): any {
  if (typeof value === 'string') {
    return isUnknown(value) ? value : value.replace(/[\\"\n\r\t]/g, (character) => ESCAPES[character]);
  }
  if (Array.isArray(value)) {
    return value.map(escapedForHcl);
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return value;
  }
  const ordered = 'name' in value ? { name: value.name, ...value } : value;
  return Object.fromEntries(Object.entries(ordered).map(([key, member]) => [key, escapedForHcl(member)]));
}
