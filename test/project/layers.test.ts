import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint, loadESLint } from 'eslint';

const ROOT = join(__dirname, '../..');

type Rules = Record<string, 'off'>;

/** ESLint with the settings of a folder, without the rules that need types, because nothing here is compiled. */
async function linterIn(cwd: string, rules: Rules = {}): Promise<ESLint> {
  const Linter = await loadESLint({ useFlatConfig: false }) as unknown as new (options: object) => ESLint;
  const typed: Rules = { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/return-await': 'off' };
  return new Linter({ cwd, overrideConfig: { parserOptions: { projectService: false }, rules: { ...typed, ...rules } } });
}

const rulesOf = ([{ messages }]: ESLint.LintResult[]) => messages.map(({ ruleId, fatal, message }) => fatal ? message : ruleId);

let linter: ESLint;
beforeAll(async () => { linter = await linterIn(ROOT, { 'import/no-cycle': 'off' }); }); // this rule reads files, not the given text

/** The ESLint rules that report a file of lib with this text. */
async function refusals(file: string, text: string): Promise<(string | null)[]> {
  return rulesOf(await linter.lintText(`${text}\n`, { filePath: join(ROOT, 'lib', file) }));
}

const PATHS = 'import/no-restricted-paths';
const IMPORTS = 'no-restricted-imports';

describe('refused is', () => {
  test.each([
    ['a type from a higher layer', 'rules/role.ts', `import type { IRole } from '../role/i-role';`, PATHS],
    ['a value from a higher layer', 'schema/role.ts', `import { runRules } from '../rules/rule';`, PATHS],
    ['one from a deeper folder', 'rules/resource-server/consent.ts', `import { Duration } from '../../values/duration';`, PATHS],
    ['one that is passed on', 'util/text.ts', `export * from '../schema/value';`, PATHS],
    ['one between layers that know CDKTF', 'framework/tokens.ts', `import { convert } from '../validation/convert';`, PATHS],
    ['a type between layers that know CDKTF', 'synth/api-info.ts', `import type { IRole } from '../role/i-role';`, PATHS],
    ['a rule in what knows CDKTF', 'framework/tokens.ts', `import { runRules } from '../rules/rule';`, PATHS],
    ['the API in the role, the other way round', 'resource-server/audience.ts', `import type { IRole } from '../role/i-role';`, PATHS],
    ['the index of the library', 'role/role.ts', `import { ResourceServer } from '..';`, PATHS],
    ['the types for TypeScript', 'testing/synth.ts', `import type { ScopeOf } from '../typed';`, PATHS],
    ['a binding in a pure folder', 'rules/role.ts', `import { Role } from '../bindings/role';`, PATHS],
    ['the type of a binding in a pure folder', 'schema/role.ts', `import type { RoleConfig } from '../bindings/role';`, PATHS],
    ['cdktf in a pure folder', 'rules/role.ts', `import { Token } from 'cdktf';`, IMPORTS],
    ['a type of cdktf in a pure folder', 'rules/tenant/identifiers.ts', `import type { TerraformStack } from 'cdktf';`, IMPORTS],
    ['constructs in a folder that is yet to come', 'access/access.ts', `import type { IConstruct } from 'constructs';`, IMPORTS],
    ['a higher layer in a folder that is yet to come', 'tenant/tenant.ts', `import { runRules } from '../rules/rule';`, PATHS],
    ['cdktf in the command line', 'cli/main.ts', `import { Token } from 'cdktf';`, IMPORTS],
    ['what knows CDKTF in the command line', 'cli/main.ts', `import { resolveValue } from '../framework/resolve';`, PATHS],
    ['the command line in the test kit', 'testing/synth.ts', `import { main } from '../cli/main';`, PATHS],
    ['a file of cdktf', 'role/role.ts', `import { Token } from 'cdktf/lib/tokens';`, IMPORTS],
    ['the other framework', 'role/role.ts', `import { Token } from 'cdktn';`, IMPORTS],
    ['the other framework in a pure folder', 'util/text.ts', `import { Token } from '@cdktn/commons';`, IMPORTS],
    ['a type that is imported in passing', 'rules/role.ts', `export type Role = import('../role/i-role').IRole;`, 'no-restricted-syntax'],
  ])('%s', async (_, file, text, rule) => {
    expect(await refusals(file, text)).toContain(rule);
  }, 60_000);

  test('a circle', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'layers-'));
    try {
      cpSync(join(ROOT, '.eslintrc.json'), join(folder, '.eslintrc.json'));
      cpSync(join(ROOT, 'tsconfig.lib.json'), join(folder, 'tsconfig.json'));
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      mkdirSync(join(folder, 'lib/role'), { recursive: true });
      const files = { 'one.ts': `export * from './two';\n`, 'two.ts': `export * from './three';\n`, 'three.ts': `export * from './one';\n` };
      for (const [file, text] of Object.entries(files)) {
        writeFileSync(join(folder, 'lib/role', file), text);
        writeFileSync(join(folder, 'lib/role', file.replace('.ts', '.js')), ''); // the compiled file, which exists in lib as well
      }
      expect(rulesOf(await (await linterIn(folder)).lintFiles('lib/role/one.ts'))).toEqual(['import/no-cycle']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});

describe('accepted is', () => {
  test.each([
    ['a lower layer', 'rules/role.ts', `import { quote } from '../util/text';`],
    ['a file of the same layer', 'rules/resource-server/consent.ts', `import { Rule } from '../rule';`],
    ['Node in a pure folder', 'util/pem.ts', `import { createPublicKey } from 'node:crypto';`],
    ['the rules and the model in the command line', 'cli/main.ts', `import { runRules } from '../rules/rule';\nimport { readTenant } from '../tenant/read-tenant';`],
    ['a pure layer in one that knows CDKTF', 'validation/validate.ts', `import { runRules } from '../rules/rule';`],
    ['a lower layer that knows CDKTF', 'role/role.ts', `import type { IResourceServer } from '../resource-server/i-resource-server';`],
    ['a binding and cdktf above', 'role/role.ts', `import { Token } from 'cdktf';\nimport { Role } from '../bindings/role';`],
    ['everything in the index', 'index.ts', `export * from './role/role';`],
  ])('%s', async (_, file, text) => {
    expect(await refusals(file, text)).toEqual([]);
  }, 60_000);
});
