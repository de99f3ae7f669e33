import { readFileSync } from 'node:fs';

/**
 * Whether two stacks have the same configuration.
 *
 * Nested constructs have other addresses than those in a flat stack, so each address is replaced by one with the number
 * of its API. Metadata is ignored, because it contains construct paths.
 */
export function sameConfiguration(ours: string, peer: string): boolean {
  return normalized(ours) === normalized(peer);
}

function normalized(file: string): string {
  const text = readFileSync(file, 'utf8')
    .replace(/\bApi(\d+)_Scopes_[0-9A-F]{8}\b/g, 'Api$1Scopes')
    .replace(/\bApi(\d+)_Grant-client-\d+_[0-9A-F]{8}\b/g, 'Api$1Grant')
    .replace(/\bApi(\d+)_[0-9A-F]{8}\b/g, 'Api$1');
  return JSON.stringify(sorted(JSON.parse(text)));
}

function sorted(value: any): any {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const keys = Object.keys(value).filter((key) => key !== '//').sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
