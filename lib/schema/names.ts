import type { Attribute, Block } from './attributes';
import type { Naming, Path } from './path';
import { camelCase, quote } from '../util/text';

/** Names places by the properties of our constructs: `tokenEncryption.encryptionKey.kid`. */
export function propNames(resource: Block): Naming {
  return namesBy(resource, (parent, name, { prop }) => {
    const own = prop ?? camelCase(name);
    return parent === '' || own === '' ? parent + own : `${parent}.${own}`;
  });
}

/** Names places as Terraform does: `token_encryption.encryption_key.kid`. */
export function terraformNames(resource: Block): Naming {
  return namesBy(resource, (parent, name) => (parent === '' ? name : `${parent}.${name}`));
}

type Join = (parent: string, name: string, attribute: Attribute) => string;

function namesBy(resource: Block, join: Join): Naming {
  const path = (place: Path) => pathOf(resource, place, join);
  return {
    path,
    subject: (place) => {
      const name = place[place.length - 1];
      const itemName = typeof name === 'string' ? itemNameAt(resource, place.slice(0, -1)) : undefined;
      return itemName === undefined ? path(place) : `${itemName} ${quote(name as string)}`;
    },
  };
}

function pathOf(resource: Block, place: Path, join: Join): string {
  let attribute: Attribute | undefined = resource;
  let path = '';
  for (const part of place) {
    if (attribute?.type === 'block') {
      attribute = attribute.attributes[part];
      path = join(path, String(part), attribute ?? { type: 'string' });
    } else {
      attribute = attribute?.type === 'list' ? attribute.item : undefined;
      path = typeof part === 'number' ? `${path}[${part}]` : `${path}[${quote(part)}]`;
    }
  }
  return path;
}

/** Returns what an item of a list is called, or undefined if the place is not a list. */
function itemNameAt(resource: Block, place: Path): string | undefined {
  let attribute: Attribute | undefined = resource;
  for (const part of place) {
    attribute = attribute?.type === 'block' ? attribute.attributes[part] : attribute?.type === 'list' ? attribute.item : undefined;
  }
  return attribute?.type === 'list' ? attribute.itemName : undefined;
}
