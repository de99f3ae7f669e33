import { IResolvable, TerraformIterator, Token } from 'cdktf';
import { kindOf, Misfit } from './rules/shape';

/**
 * A map as a list of blocks, in the order of its keys, so that the order in the source makes no difference.
 *
 * A map that only Terraform knows becomes a dynamic block.
 *
 * @param missing what stands for a value that is not there
 */
export function mapBlocks(
  map: Record<string, string> | undefined,
  key: string,
  value: string,
  missing?: Misfit,
): any[] | IResolvable | undefined {
  if (map === undefined || map === null) {
    return undefined;
  }
  if (Token.isUnresolved(map)) {
    const iterator = TerraformIterator.fromMap(map);
    return iterator.dynamic({ [key]: iterator.key, [value]: iterator.value });
  }
  if (typeof map !== 'object' || Array.isArray(map)) {
    return new Misfit('wrong-type', `must be an object, but ${kindOf(map)} was given`) as never;
  }
  return Object.keys(map).sort().map((name) => ({ [key]: name, [value]: map[name] ?? missing }));
}
