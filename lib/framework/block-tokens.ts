import type { TerraformResource } from 'cdktf';
import { isUnknown } from './tokens';
import type { Block } from '../schema/attributes';

/**
 * Writes the tokens that stand in the place of whole blocks.
 *
 * An L1 reads the members of such a block, of which a token has none: it would write nothing.
 */
export function writeBlockTokens(resource: TerraformResource, block: Block, config: object, path: readonly string[] = []): void {
  for (const { name, key, attribute } of block.members) {
    if (attribute.type !== 'block') {
      continue;
    }
    const value = (config as Readonly<Record<string, unknown>>)[key];
    if (value === undefined) {
      continue;
    }
    if (isUnknown(value)) {
      resource.addOverride([...path, name].join('.'), value);
    } else {
      writeBlockTokens(resource, attribute, value as object, [...path, name]);
    }
  }
}
