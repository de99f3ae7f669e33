import { App, TerraformStack } from 'cdktf';
import { Synthesized, synthesize, testApp } from './synth';

/** Apps, stacks and synthesis for tests of your own modules. */
export class Testing {
  /**
   * An app that leaves no folder behind. Its stacks are there to be looked at with `synth`, not to be written.
   */
  public static app(): App {
    return testApp();
  }

  /**
   * A stack in an app of its own.
   *
   * @param id 'stack' where it is left out
   */
  public static stack(id: string = 'stack'): TerraformStack {
    return new TerraformStack(testApp(), id);
  }

  /**
   * Synthesizes a stack, with its Aspects and validations, to the same text as CDKTF's `Testing.synth`. The time grows
   * with the size of the stack, and not with its square.
   *
   * @throws Error where a validation fails, with everything that is wrong
   */
  public static synth(stack: TerraformStack): Synthesized {
    return synthesize(stack);
  }

  private constructor() {}
}
