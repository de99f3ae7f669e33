import type { Declaration } from '../tenant/tenant';
import { quote } from '../util/text';

/** What only Terraform knows of something with `count` or `for_each`, as the subject of a message. */
export function existenceOf({ title }: Declaration): string {
  return `whether ${quote(title)} exists (its count or for_each)`;
}
