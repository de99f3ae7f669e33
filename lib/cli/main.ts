#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ACCESS } from './access';
import { CHECK } from './check';
import { Command, EXIT, Io, UsageError, Values } from './command';
import { DIFF } from './diff';
import { printable, reasonOf } from './output';
import { version } from './version';
import { nearest } from '../util/nearest';
import { quote } from '../util/text';

const COMMANDS: readonly Command[] = [ACCESS, DIFF, CHECK];

const HELP = `Usage: cdktf-auth0 COMMAND INPUT...

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(8)}${summary}`).join('\n')}

INPUT is cdktf.out, a cdk.tf.json, what \`terraform show -json\` prints of a plan or a state, or - for standard input.
Several inputs are one tenant.

  cdktf-auth0 COMMAND --help   describes a command, with examples
  cdktf-auth0 --version        prints the version
`;

/**
 * Runs a command.
 *
 * @returns the exit status
 */
export function main(args: readonly string[], io: Io): number {
  try {
    return run(args, io);
  } catch (error) {
    io.stderr(`cdktf-auth0: ${messageOf(error)}\n`);
    return EXIT.failed;
  }
}

function run([name, ...args]: readonly string[], io: Io): number {
  switch (name) {
    case undefined:
      io.stderr(HELP);
      return EXIT.failed;
    case '--help': case '-h': case 'help':
      io.stdout(HELP);
      return EXIT.ok;
    case '--version':
      io.stdout(`${version()}\n`);
      return EXIT.ok;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    throw new UsageError(`there is no command ${quote(name)}${didYouMean(name, COMMANDS.map((one) => one.name))}: see cdktf-auth0 --help`);
  }
  const { values, positionals } = parse(command, args);
  if (values.help) {
    io.stdout(command.help);
    return EXIT.ok;
  }
  return command.run(positionals, values, io);
}

function parse({ name, options }: Command, args: string[]): { readonly values: Values; readonly positionals: readonly string[] } {
  const known = { ...options, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args, options: known, allowPositionals: true }) as { values: Values; positionals: string[] };
  } catch (error) {
    const unknown = /^Unknown option '--([\w-]+)/.exec((error as Error).message)?.[1];
    const text = unknown === undefined
      ? (error as Error).message.split(/\. |\n/)[0].replace(/\.$/, '')
      : `there is no option --${unknown}${didYouMean(unknown, Object.keys(known), '--')}`;
    throw new UsageError(`${text}: see cdktf-auth0 ${name} --help`);
  }
}

function didYouMean(given: string, known: readonly string[], prefix = ''): string {
  const meant = nearest(given, known);
  return meant === undefined ? '' : `, did you mean ${prefix}${meant}?`;
}

/** The message of an error. Other errors than our own may show a part of the input, which may be secret. */
function messageOf(error: unknown): string {
  const { name, message, stack = '' } = error as Error;
  return name === 'Error' ? printable(message) : `internal error, please report it: ${name}\n${stack.split('\n').filter((line) => /^ +at /.test(line)).join('\n')}`;
}

function processIo(): Io {
  return {
    cwd: process.cwd(),
    isTerminal: process.stdout.isTTY === true,
    env: process.env,
    now: new Date(),
    stdin: () => readFileSync(0, 'utf8'),
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    elapsed: () => performance.now(),
  };
}

if (require.main === module) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // a reader such as `head` that needs no more is no error
    if (error.code !== 'EPIPE') {
      process.stderr.write(`cdktf-auth0: standard output cannot be written: ${reasonOf(error)}\n`);
      process.exitCode = EXIT.failed;
    }
  });
  process.exitCode = main(process.argv.slice(2), processIo());
}
