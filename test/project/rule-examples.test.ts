import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as auth0 from 'cdktf-auth0';
import * as ts from 'typescript';
import { RULES, TABLES } from '../../lib/rules/catalog';
import type { Rule } from '../../lib/rules/rule';
import { entries, VALUE_RULES } from '../../scripts/rules/entries';
import { GROUPS, PREAMBLE, Sides } from '../../scripts/rules/examples';
import { run } from '../../scripts/rules/run';

const ROOT = join(__dirname, '../..');

const ENTRIES = entries();
const TABLE_RULES: ReadonlyArray<Rule<never, never>> = Object.values(TABLES).flatMap((table) => table as ReadonlyArray<Rule<never, never>>);

interface Case extends Sides {
  readonly id: string;
  readonly severity: string;
}

const CASES = Object.values(GROUPS).flatMap(({ examples }) => Object.entries(examples)).flatMap(([id, example]): Case[] =>
  [{ severity: ENTRIES.get(id)?.severity ?? 'none', ...example }, ...(example.also ?? [])].map(({ severity, wrong, right }) => (
    { id, severity, wrong, right })));

describe('the rules', () => {
  test('each id is in one table, once', () => {
    const ids = TABLE_RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(VALUE_RULES.filter(({ id }) => RULES.has(id))).toEqual([]);
  });

  test('each check function has the id of its rule as its name', () => {
    expect(TABLE_RULES.filter(({ id, check }) => check.name !== id)).toEqual([]);
  });

  test('those that are said to can be acknowledged, the others cannot', () => {
    const scope = auth0.Testing.stack();
    const isAccepted = (id: string) => {
      try {
        auth0.Checks.of(scope).acknowledge({ id, reason: 'a test' });
        return true;
      } catch (error) {
        expect(auth0.Errors.isValidationError(error)).toBe(true);
        return false;
      }
    };
    const differing = [...ENTRIES.values()].filter(
      ({ id, canBeAcknowledged, alsoWarns = false }) => isAccepted(id) !== (canBeAcknowledged || alsoWarns),
    );
    expect(differing).toEqual([]);
  });

  test('an id that is in no table, but that lib reports, is documented', () => {
    const files = readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('bindings'));
    const reported = files.flatMap((file) =>
      Array.from(readFileSync(join(ROOT, 'lib', file), 'utf8').matchAll(/(?:\brule: |\bproblem\()'([a-z0-9-]+)'/g), ([, id]) => id));
    expect(reported).toContain('wrong-type');
    expect(reported.filter((id) => !ENTRIES.has(id))).toEqual([]);
    expect(VALUE_RULES.filter(({ id }) => !reported.includes(id))).toEqual([]);
  });
});

describe('the examples', () => {
  test('every rule has one, in one group, and none is about a rule that does not exist', () => {
    const ids = Object.values(GROUPS).flatMap(({ examples }) => Object.keys(examples));
    expect([...ids].sort()).toEqual([...ENTRIES.keys()].sort());
  });

  test('both sides of every example compile, and a mistake would be found', () => {
    const blocks = CASES.flatMap(({ wrong, right }) => [wrong, right]).map((code) => `{\n${code}\n}`);
    const stack = "import { TerraformStack } from 'cdktf';\ndeclare const stack: TerraformStack;\n";
    const problems = problemsOf({
      'examples.ts': [stack, PREAMBLE, ...blocks].join('\n'),
      'mistake.ts': [stack, PREAMBLE, 'auth0.Duration.weeks(1);'].join('\n'),
    });
    expect(problems['examples.ts']).toBe('');
    expect(problems['mistake.ts']).toContain("'weeks' does not exist");
  }, 60_000);

  test.each(CASES)('$id: the wrong side breaks this rule and no other ($severity)', ({ id, severity, wrong }) => {
    const found = run(wrong).map((one) => ({ rule: one.rule, severity: one.severity }));
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((one) => `${one.severity} ${one.rule}`))).toEqual(new Set([`${severity} ${id}`]));
  });

  test.each(CASES)('$id: the right side breaks none', ({ right }) => {
    expect(run(right)).toEqual([]);
  });
});

/** The errors of the compiler for each of these files, from one compilation. */
function problemsOf(texts: Readonly<Record<string, string>>): Record<string, string> {
  const files = new Map(Object.entries(texts).map(([name, text]) => [join(ROOT, name), text]));
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, references: [], include: [], files: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  const program = ts.createProgram([...files.keys()], options, host);
  const diagnostics = ts.getPreEmitDiagnostics(program);
  const inFile = (name: string) => diagnostics.filter(({ file }) => file?.fileName === join(ROOT, name));
  return Object.fromEntries(Object.keys(texts).map((name) => [name, ts.formatDiagnostics(inFile(name), { ...host, getNewLine: () => '\n' })]));
}
