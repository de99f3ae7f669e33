import type { Construct } from 'constructs';
import { requireId } from './required-id';
import { displayName } from './validate';
import { addFormerPath } from '../framework/moved-blocks';
import { rejectAfterSynth } from '../framework/synthesis';
import { isUnknown } from '../framework/tokens';

/** Writes `moved` blocks for a construct that had another id. */
export function moveFrom(construct: Construct, className: string, oldId: string): void {
  rejectAfterSynth(construct, 'movedFrom');
  const name = displayName(className, construct.node.scope!, construct.node.id);
  requireId(name, 'old_id', oldId);
  if (isUnknown(oldId)) {
    throw new Error(`movedFrom of ${name} needs the id of a construct, but a token was given: write the id as it was in the code`);
  }
  addFormerPath(construct, oldId);
}
