import { readFileSync } from 'node:fs';

/**
 * Whether two stacks say the same. Constructs within constructs have other addresses than those of a flat stack, so
 * addresses are read as the numbers of the APIs that the program gave them; the metadata, which holds paths, is left out.
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
