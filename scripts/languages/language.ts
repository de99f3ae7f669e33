import type { Framework } from '../frameworks';

/** A language that our packages are made for. */
export interface Language {
  /** The name of its target in jsii. */
  readonly target: string;
  /** The name of its page in docs, and of its folder in examples. */
  readonly name: string;
  readonly title: string;
  /** What a machine needs to make the package and to use it. */
  readonly needs: ReadonlyArray<readonly [command: string, ...args: string[]]>;
  /** Options of jsii-pacmak. */
  readonly options?: readonly string[];
  /** Whether a registry has the package of a framework. Where none has it, it is made of the one of npm. */
  isServed?(framework: Framework, folder: string): Promise<boolean>;
  /** Installs our package beside the framework, runs both programs, the tests and the checks of types. */
  use?(project: Project): Promise<void>;
}

/** A project of a user that is written in one language. */
export interface Project {
  readonly framework: Framework;
  /** The folder with the examples of all languages. The programs run in it: its path is in the JSON. */
  readonly folder: string;
  /** What was made of our package. */
  readonly made: string;
  /** What was made of the framework, if no registry has it. */
  readonly madeFramework?: string;
  /** Runs a program that writes its output to CDKTF_OUTDIR, and compares with that of TypeScript. */
  compare(program: 'first' | 'main', run: (env: Readonly<Record<string, string>>) => Promise<unknown>): Promise<void>;
  /** Prints what a test framework says at its end. */
  report(output: string): void;
}
