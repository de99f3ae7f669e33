import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderForEachTest } from './folders';
import { Io } from '../../lib/cli/command';
import { main } from '../../lib/cli/main';

/** The result of a command. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The time of all commands in tests. */
export const NOW = new Date('2027-01-15T12:00:00Z');

/** Runs commands in a new folder for each test of the current `describe` block. */
export function commandLine() {
  const folder = folderForEachTest();
  const at = (file: string) => join(folder(), file);
  return {
    at,
    /** Writes a file: a text as it is, anything else as JSON. */
    write: (file: string, content: unknown) => {
      mkdirSync(dirname(at(file)), { recursive: true });
      writeFileSync(at(file), typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
    },
    read: (file: string) => readFileSync(at(file), 'utf8'),
    run: (args: readonly string[], more: Partial<Omit<Io, 'stdin'>> & { readonly stdin?: string } = {}): Ran => run(args, { cwd: folder(), ...more }),
  };
}

function run(args: readonly string[], { stdin = '', ...more }: Partial<Omit<Io, 'stdin'>> & { readonly stdin?: string }): Ran {
  const output = { stdout: '', stderr: '' };
  const status = main(args, {
    cwd: '/',
    isTerminal: false,
    env: {},
    now: NOW,
    stdin: () => stdin,
    stdout: (text) => { output.stdout += text; },
    stderr: (text) => { output.stderr += text; },
    elapsed: () => 0,
    ...more,
  });
  return { status, ...output };
}

/** A configuration in Terraform's JSON syntax with these resources, by address. */
export function configuration(resources: Readonly<Record<string, object>>, more: object = {}): any {
  const resource: Record<string, Record<string, object>> = {};
  for (const [address, attributes] of Object.entries(resources)) {
    const [type, name] = address.split('.');
    resource[type] = { ...resource[type], [name]: attributes };
  }
  return { resource, ...more };
}

/** A synthesized stack: the metadata of CDKTF around a configuration. */
export function synthesized(stackName: string, resources: Readonly<Record<string, object>>, more: object = {}): any {
  const withPaths = Object.entries(resources).map(([address, attributes]) =>
    [address, { '//': { metadata: { path: `${stackName}/${address.split('.')[1]}` } }, ...attributes }]);
  return { '//': { metadata: { backend: 'local', stackName } }, ...configuration(Object.fromEntries(withPaths), more) };
}

/** An API with an error: a web lifetime greater than the lifetime. */
export const BROKEN_API = { identifier: 'https://api.example.com/orders', token_lifetime: 100, token_lifetime_for_web: 200 };
