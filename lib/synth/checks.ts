import { Construct, IConstruct } from 'constructs';
import { acknowledge, setNow } from './acknowledgements';
import { checkAtSynth } from './stack-checks';
import { rejectAfterSynth } from '../framework/synthesis';
import type { Acknowledgement } from '../rules/acknowledgement';
import { describeType } from '../util/text';
import { guarded } from '../validation/guarded';
import { ValidationError } from '../validation/validation-error';

/**
 * The checks of a construct and its children.
 *
 * A stack with a construct of this library is checked at synth, including its bindings.
 */
export class Checks {
  /** Returns the checks of a stack or a construct. */
  public static of(scope: IConstruct): Checks {
    if (!guarded('Checks.of', 'scope', () => Construct.isConstruct(scope))) {
      refuse('Checks.of', 'scope', `must be a stack or a construct, but ${describeType(scope)} was given`);
    }
    return new Checks(scope);
  }

  readonly #scope: IConstruct;

  private constructor(scope: IConstruct) {
    this.#scope = scope;
  }

  /**
   * Checks the stack at synth, also if it contains only bindings.
   */
  public enforce(): void {
    checkAtSynth(this.#scope);
  }

  /**
   * Acknowledges the findings of a rule for this construct and its children.
   *
   * The findings are no longer reported. The reason is written to the Terraform JSON, in the `//` of the resource.
   * Every warning can be acknowledged, and some errors (see RULES.md). An error in the props of a construct is thrown
   * by its constructor: acknowledge it before, on a parent. An acknowledgement without a finding is a warning.
   *
   * @throws ValidationError if the rule does not exist or cannot be acknowledged, or if the reason is missing
   */
  public acknowledge(acknowledgement: Acknowledgement): void {
    rejectAfterSynth(this.#scope, 'acknowledge');
    acknowledge(this.#scope, acknowledgement);
    checkAtSynth(this.#scope);
  }

  /**
   * Sets the time that decides whether acknowledgements and certificates are expired. For tests whose result must not
   * depend on the current day.
   *
   * @param now the time; without a call of this method, it is the current time
   */
  public evaluateAt(now: Date): void {
    if (!(guarded('Checks', 'now', () => Number.isFinite(Date.prototype.getTime.call(now))))) {
      refuse('Checks', 'now', 'must be a valid Date');
    }
    setNow(this.#scope, now);
  }
}

function refuse(name: string, path: string, text: string): never {
  throw new ValidationError(name, [{ rule: 'wrong-type', path, message: `${path} ${text}` }]);
}
