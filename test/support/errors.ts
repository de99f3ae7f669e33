import { TerraformStack, Testing } from 'cdktf';

/** The error that a program throws. */
export function errorOf(program: () => unknown): any {
  try {
    program();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

/** Returns a function that makes the message of a validation error for a subject such as `Role 'stack/Role'`. */
export function messageFor(subject: string): (...lines: string[]) => string {
  return (...lines) => [`${subject} is not valid:`, ...lines.map((line) => `  - ${line}`)].join('\n');
}

/** The stack frames of an error, nearest first. */
export function framesOf({ message, stack }: Error): string[] {
  const [, ...frames] = stack!.slice(stack!.indexOf(message) + message.length).split('\n');
  return frames.map((frame) => frame.trim());
}

/** The message of CDKTF when the validations of a stack with this name return these lines. */
export function atSynthOf(stack: string, ...lines: string[]): string {
  return validationFailure(...lines.map((line) => `[${stack}] ${line}`));
}

/** The message of CDKTF with these lines; each begins with its stack. */
export function validationFailure(...lines: string[]): string {
  return [
    'Validation failed with the following errors:',
    ...lines.map((line) => `  ${line}`),
    '',
    "If you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.",
    '',
  ].join('\n');
}

/** Returns the same message for the stack of `stackOf`. */
export function atSynth(...lines: string[]): string {
  return atSynthOf('stack', ...lines);
}

/** The message of the error when a stack is synthesized. */
export function foundAtSynth(stack: TerraformStack): string {
  return errorOf(() => Testing.synth(stack, true)).message;
}
