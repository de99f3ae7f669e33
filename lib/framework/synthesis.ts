import { App, IStackSynthesizer, ISynthesisSession, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { invokeAspects, withoutAspects } from './aspects';
import { announcePreparation } from './preparation';
import { stackAbove } from './tree';
import { quote } from '../util/text';

const IN_STEPS = Symbol.for('cdk-auth0/SynthesisInSteps');
const ASPECTS_DONE = Symbol.for('cdk-auth0/AspectsDone');
const STACKS = Symbol.for('cdk-auth0/Stacks');
const WRITTEN = Symbol.for('cdk-auth0/Written');

/** A synthesis of an app. All its stacks are looked up once: their number times the constructs of the app can be large. */
type Session = ISynthesisSession & { [ASPECTS_DONE]?: boolean; [STACKS]?: readonly TerraformStack[] };

/** Returns all stacks of the app of a construct, in the order in which CDKTF synthesizes them. */
export function allStacks(construct: IConstruct): TerraformStack[] {
  return construct.node.root.node.findAll().filter(TerraformStack.isStack);
}

/**
 * Makes `app.synth()` invoke the Aspects of all stacks before it validates the first stack.
 *
 * CDKTF takes one stack after the other: it invokes the Aspects, validates, and writes. The checks of all stacks run in
 * the validation of the first one, so that nothing is written if one of them fails. They must see what the Aspects of
 * the other stacks do.
 */
export function synthesizeInSteps(stack: TerraformStack): void {
  const { synthesizer } = stack;
  if (IN_STEPS in synthesizer) {
    return;
  }
  const inSteps: IStackSynthesizer & { [IN_STEPS]: boolean } = {
    [IN_STEPS]: true,
    synthesize: (session: Session) => {
      // Testing.fullSynth synthesizes one stack alone, with a manifest of its own
      const { root } = stack.node;
      const isOfApp = App.isApp(root) && session.manifest === root.manifest;
      const stacks = isOfApp ? (session[STACKS] ??= allStacks(stack)) : [];
      if (stacks[0] === stack && !session.skipValidation) {
        invokeAllAspects(stacks);
        session[ASPECTS_DONE] = true;
      }
      stacks.forEach(synthesizeInSteps);
      markWritten(stack, false);
      if (session[ASPECTS_DONE]) {
        withoutAspects(stack, () => synthesizer.synthesize(session));
      } else {
        synthesizer.synthesize(session);
      }
      markWritten(stack, isOfApp);
    },
  };
  stack.synthesizer = inSteps;
  announcePreparation(stack);
}

function invokeAllAspects(stacks: readonly TerraformStack[]): void {
  stacks.forEach((one) => markWritten(one, false));
  const leavesStack = stacks.filter(invokeAspects).length > 0;
  if (leavesStack && stacks.length > 1) {
    // an Aspect may have added a reference between stacks, and CDKTF has looked for those before
    stacks.forEach((one) => one.prepareStack());
  }
}

function markWritten(stack: TerraformStack, isWritten: boolean): void {
  Object.defineProperty(stack, WRITTEN, { value: isWritten, configurable: true });
}

/**
 * Refuses a call that would have no effect, because `app.synth()` has already written the stack.
 *
 * @param call the method, or the class for a constructor
 */
export function rejectAfterSynth(construct: IConstruct, call: string): void {
  if ((stackAbove(construct) as { [WRITTEN]?: boolean } | undefined)?.[WRITTEN]) {
    throw new Error(`${call} has no effect on ${quote(construct.node.path)} after app.synth(): call it before`);
  }
}
