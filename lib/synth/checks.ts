import type { IConstruct } from 'constructs';
import type { Acknowledgement } from './acknowledgement';
import { acknowledge, setNow } from './acknowledgements';
import { checkAtSynth } from './stack-checks';

/**
 * The checks of a construct and its children.
 *
 * A stack with a construct of this library is checked at synth, with everything in it.
 */
export class Checks {
  /** The checks of a stack or a construct. */
  public static of(scope: IConstruct): Checks {
    return new Checks(scope);
  }

  readonly #scope: IConstruct;

  private constructor(scope: IConstruct) {
    this.#scope = scope;
  }

  /**
   * Has the stack checked at synth, also where it has nothing but bindings.
   */
  public enforce(): void {
    checkAtSynth(this.#scope);
  }

  /**
   * Accepts what a rule finds, for this construct and its children: it is not reported, but kept with the reason in the
   * `//` of the resource in the Terraform JSON.
   *
   * Every warning can be acknowledged, and an error that a definition may have reasons for (RULES.md says which). What
   * is found while a construct is made must be acknowledged before, on a construct around it. One that meets no finding
   * is a warning.
   *
   * @throws ValidationError where there is no such rule, it cannot be acknowledged, or the reason is missing
   */
  public acknowledge(acknowledgement: Acknowledgement): void {
    acknowledge(this.#scope, acknowledgement);
    checkAtSynth(this.#scope);
  }

  /**
   * Sets the time by which acknowledgements and certificates expire, for tests that must not depend on the day.
   *
   * @param now the time; the system's clock where it is never set
   */
  public evaluateAt(now: Date): void {
    setNow(this.#scope, now);
  }
}
