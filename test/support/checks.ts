import { TerraformStack } from 'cdktf';
import { stackOf, synthesize, warningsOf } from './synth';

/** The findings in a stack at synth. */
export interface Found {
  readonly errors: string[];
  readonly warnings: string[];
}

/** Returns the findings in the stack that `build` creates. */
export function foundIn(build: (stack: TerraformStack) => void): Found {
  const stack = stackOf(build);
  try {
    synthesize(stack);
  } catch (error) {
    return { errors: linesOf(error as Error), warnings: warningsOf(stack) };
  }
  return { errors: [], warnings: warningsOf(stack) };
}

/** Returns the findings in an error of CDKTF. */
function linesOf({ message }: Error): string[] {
  const [first, ...lines] = message.split('\n');
  expect(first).toBe('Validation failed with the following errors:');
  return lines.filter((line) => line.startsWith('  ')).map((line) => line.trim().replace(/^\[stack\] /, ''));
}

export const NOTHING: Found = { errors: [], warnings: [] };

export function errors(...lines: string[]): Found {
  return { errors: lines, warnings: [] };
}

export function warnings(...lines: string[]): Found {
  return { errors: [], warnings: lines };
}
