import { TerraformOutput, TerraformStack } from 'cdktf';
import { synthesize } from './synth';

/** The values in the outputs of a stack, by the same names. */
export function outputsOf(stack: TerraformStack, values: Record<string, unknown>): Record<string, any> {
  for (const [name, value] of Object.entries(values)) {
    new TerraformOutput(stack, name, { value, staticId: true });
  }
  const outputs = synthesize(stack).output;
  return Object.fromEntries(Object.keys(values).map((name) => [name, outputs[name].value]));
}
