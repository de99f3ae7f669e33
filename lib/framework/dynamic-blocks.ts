import { IResolvable, TerraformIterator, Token } from 'cdktf';

/** The value of the current entry of `dynamicBlocks`. */
export const EACH_VALUE = '${each.value}';

/**
 * Returns blocks for the entries of a list or a map that only Terraform knows: a `dynamic` block.
 *
 * @param content the attributes of a block, with expressions of `each`
 */
export function dynamicBlocks(entries: unknown, content: Record<string, unknown>): IResolvable {
  // CDKTF writes the entries as they are, also those of a list
  return TerraformIterator.fromMap(Token.asStringMap(entries)).dynamic(content);
}
