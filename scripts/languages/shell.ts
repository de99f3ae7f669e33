import { execFile, spawnSync } from 'node:child_process';

/** Where a command runs, and what its environment has beside ours. */
export interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command and returns what it prints. What a command that fails has printed is in the error. */
export function run(command: string, args: readonly string[], { cwd, env }: Place): Promise<string> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 28 };
  return new Promise((resolve, reject) => execFile(command, args, options, (error, stdout, stderr) => {
    if (error) {
      reject(new Error(`${command} ${args.join(' ')} failed in ${cwd}:\n${stdout}${stderr}${error.code === 'ENOENT' ? error.message : ''}`));
    } else {
      resolve(stdout + stderr);
    }
  }));
}

/** Whether a command succeeds. */
export function succeeds(command: string, args: readonly string[], place: Place): Promise<boolean> {
  return run(command, args, place).then(() => true, () => false);
}

/** Whether a machine has a command. */
export function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Runs a step and prints how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const result = await work();
  process.stdout.write(`${title}: ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
  return result;
}
