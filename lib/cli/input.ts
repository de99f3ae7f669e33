import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Io, UsageError } from './command';
import { rejectContradictions } from './contradictions';
import { progress, reasonOf } from './output';
import type { Source } from '../tenant/source';
import { sourceOf } from '../tenant/sources/detect';
import { objectAt, parseJson, textAt } from '../tenant/sources/json';

/** A document that a command reads. */
export interface Input {
  /** The name of the file in messages: as it was given, or `standard input`. */
  readonly name: string;
  /** The path of the file; undefined for standard input. */
  readonly file?: string;
  /** The argument that led to it: the folder or the file. */
  readonly argument: string;
  readonly text: string;
  readonly source: Source;
}

/**
 * Reads the inputs of a command.
 *
 * @throws UsageError that names the input that cannot be read, or two that contradict each other
 */
export function readInputs(args: readonly string[], io: Io): Input[] {
  if (args.length === 0) {
    throw new UsageError('an INPUT is required: cdktf.out, a cdk.tf.json, what `terraform show -json` prints of a plan or a state, or - for standard input');
  }
  const inputs = args.flatMap((argument) => argument === '-'
    ? [read('standard input', argument, io)]
    : filesOf(argument, io).map((file) => read(file, argument, io)));
  rejectContradictions(inputs);
  return inputs;
}

function read(name: string, argument: string, io: Io): Input {
  progress(`reading ${name}`, io);
  const file = argument === '-' ? undefined : resolve(io.cwd, name);
  const text = file === undefined ? textOf(name, () => io.stdin()) : textOf(name, () => readFileSync(file, 'utf8'));
  return { name, file, argument, text, source: sourceOf(text, name) };
}

/** Reads a text. The message of an error has no part of the text. */
export function textOf(name: string, from: () => string): string {
  try {
    return from();
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${reasonOf(error)}`);
  }
}

/** Returns the files of an argument: the stacks of a folder, or the file itself. */
function filesOf(argument: string, { cwd }: Io): string[] {
  const folder = resolve(cwd, argument);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    return [argument];
  }
  const isThere = (file: string) => existsSync(join(folder, file));
  const files = isThere('manifest.json') ? stacksOf(join(argument, 'manifest.json'), join(folder, 'manifest.json'))
    : isThere('cdk.tf.json') ? ['cdk.tf.json'] : [];
  const hcl = [...files.filter((file) => !file.endsWith('.json')), ...(isThere('cdk.tf') ? ['cdk.tf'] : [])];
  if (hcl.length > 0) {
    throw new UsageError(`${join(argument, hcl[0])} is HCL: synthesize to JSON`);
  }
  if (files.length === 0) {
    throw new UsageError(`${argument} has no synthesized stack: give the folder that CDKTF writes, such as cdktf.out`);
  }
  return files.map((file) => join(argument, file));
}

/** Returns the paths of the synthesized stacks in a manifest, relative to its folder. */
function stacksOf(name: string, file: string): string[] {
  const { stacks } = parseJson(textOf(name, () => readFileSync(file, 'utf8')), name);
  return Object.entries(objectAt(stacks, name, 'stacks')).map(([id, stack]) =>
    textAt(objectAt(stack, name, `stacks.${id}`).synthesizedStackPath, name, `stacks.${id}.synthesizedStackPath`));
}
