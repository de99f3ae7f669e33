import * as path from 'node:path';
import * as auth0 from 'cdktf-auth0';
import * as ts from 'typescript';
import { PREAMBLE } from './examples';

/** What is found in an example. */
export interface Found {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** What the user reads. */
  readonly printed: string;
  /** Whether it is found when the line runs, and not only at synth. */
  readonly atOnce: boolean;
}

/** The day on which examples run: what expires has one answer. */
const TODAY = new Date('2026-07-01');

/** Runs an example in a stack of its own, and synthesizes it. */
export function run(code: string): Found[] {
  const stack = auth0.Testing.stack('shop');
  auth0.Checks.of(stack).evaluateAt(TODAY);
  try {
    execute(code, stack);
  } catch (error) {
    return foundAtOnce(error, auth0.Errors.isValidationError(error) ? error.violations : undefined);
  }
  const errors: Found[] = [];
  try {
    auth0.Testing.synth(stack);
  } catch (error) {
    errors.push(...foundAtSynth(error as Error));
    if (errors.length === 0) {
      throw error;
    }
  }
  const warnings = stack.node.findAll().flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === '@cdktf/warn')
    .map(({ data }): Found => ({ rule: ruleOf(data), severity: 'warning', printed: data, atOnce: false }));
  return [...errors, ...warnings];
}

/** Paths in examples are relative to the folder of the examples. */
function execute(code: string, stack: unknown): void {
  const { outputText } = ts.transpileModule(PREAMBLE + code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const before = process.cwd();
  process.chdir(path.join(__dirname, 'examples'));
  try {
    new Function('exports', 'require', 'stack', outputText)({}, require, stack);
  } finally {
    process.chdir(before);
  }
}

function foundAtOnce(error: unknown, violations: ReadonlyArray<{ readonly rule: string }> | undefined): Found[] {
  if (!violations) {
    throw error;
  }
  return violations.map(({ rule }) => ({ rule, severity: 'error', printed: String(error), atOnce: true }));
}

/** CDKTF writes a line for each error, after the name of the stack. */
function foundAtSynth({ message }: Error): Found[] {
  return Array.from(message.matchAll(/^ +\[shop\] (.*)$/gm), ([, printed]): Found => (
    { rule: ruleOf(printed), severity: 'error', printed, atOnce: false }));
}

/** The id of the rule, which stands in brackets after the message. */
function ruleOf(line: string): string {
  return /\[([a-z0-9-]+)\]/.exec(line.slice(line.lastIndexOf(' [')))?.[1] ?? line;
}
