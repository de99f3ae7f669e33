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

/** Makes the message of a validation error, of a subject such as `Role 'stack/Role'`, from what is wrong with it. */
export function messageFor(subject: string): (...lines: string[]) => string {
  return (...lines) => [`${subject} is not valid:`, ...lines.map((line) => `  - ${line}`)].join('\n');
}

/** The places in the source that an error names, nearest first. */
export function framesOf({ message, stack }: Error): string[] {
  const [, ...frames] = stack!.slice(stack!.indexOf(message) + message.length).split('\n');
  return frames.map((frame) => frame.trim());
}

/** The message with which CDKTF refuses a stack of this name, for what its validations have found. */
export function atSynthOf(stack: string, ...lines: string[]): string {
  return [
    'Validation failed with the following errors:',
    ...lines.map((line) => `  [${stack}] ${line}`),
    '',
    "If you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.",
    '',
  ].join('\n');
}

/** The same for the stack of `stackOf`. */
export function atSynth(...lines: string[]): string {
  return atSynthOf('stack', ...lines);
}

/** The message with which a stack is refused when it is synthesized. */
export function foundAtSynth(stack: TerraformStack): string {
  return errorOf(() => Testing.synth(stack, true)).message;
}
