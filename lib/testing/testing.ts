import { App, TerraformStack } from 'cdktf';
import { Synthesized, synthesize, testApp } from './synth';

/** Apps, stacks and synthesis for tests of your own modules. */
export class Testing {
  /**
   * Creates an app that leaves no output folder behind. Synthesize its stacks with `Testing.synth`, not with the app.
   */
  public static app(): App {
    return testApp();
  }

  /**
   * Creates a stack in a new app.
   *
   * @param id the id of the stack; 'stack' if it is left out
   */
  public static stack(id: string = 'stack'): TerraformStack {
    return new TerraformStack(testApp(), id);
  }

  /**
   * Synthesizes a stack, with its Aspects and validations. The JSON is the same as that of `Testing.synth` of CDKTF.
   *
   * The time grows linearly with the size of the stack; in CDKTF, it grows with the square.
   *
   * @throws Error if a validation fails; the message lists every error
   */
  public static synth(stack: TerraformStack): Synthesized {
    return synthesize(stack);
  }

  private constructor() {}
}
