import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { BROKEN_API, commandLine, configuration } from '../support/cli';
import { skipped, typesOf } from '../support/on-demand';
import { sarifProblems } from '../support/sarif';

const { run, write, at } = commandLine();

const ZERO = { identifier: 'https://a', token_lifetime: 0 };
const result = (args: string[] = ['cdk.tf.json'], more: object = {}) => JSON.parse(run(['check', '--format', 'sarif', ...args], more).stdout);

test('findings are results with their rule, message, level and place', () => {
  write('out dir/cdk.tf.json', configuration({ 'auth0_resource_server.a': { ...BROKEN_API, '//': { metadata: { path: 'orders/a' } } } }));
  const document = result(['out dir']);
  expect(sarifProblems(document)).toEqual([]);
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  expect(document).toMatchObject({
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'cdktf-auth0',
          version,
          rules: [{
            id: 'web-lifetime-gt-lifetime',
            shortDescription: { text: 'Must not be greater than `token_lifetime`, where both are given.' },
            fullDescription: { text: 'Must not be greater than `token_lifetime`, where both are given.' },
            help: { text: 'Must not be greater than `token_lifetime`, where both are given. See https://auth0.com/docs/get-started/apis/api-settings' },
            helpUri: 'https://auth0.com/docs/get-started/apis/api-settings',
            defaultConfiguration: { level: 'error' },
          }],
        },
      },
    }],
  });
  expect(document.runs[0].results).toEqual([{
    ruleId: 'web-lifetime-gt-lifetime',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'auth0_resource_server.a (orders/a): token_lifetime_for_web must not be greater than token_lifetime (100 seconds), but 200 was given' },
    locations: [{
      physicalLocation: { artifactLocation: { uri: 'out%20dir/cdk.tf.json' }, region: { startLine: 4 } },
      logicalLocations: [{ fullyQualifiedName: 'orders/a', kind: 'resource' }],
    }],
    partialFingerprints: { 'ruleAndResource/v1': 'web-lifetime-gt-lifetime orders/a' },
  }]);
});

test('acknowledged ones stay in, with their reason', () => {
  write('cdk.tf.json', configuration({
    'auth0_resource_server.a': { ...ZERO, '//': { acknowledged: [{ id: 'token-lifetime-zero', reason: 'by design', until: '2127-03-31', by: 'api-team' }] } },
    'auth0_resource_server.b': { ...ZERO, identifier: 'https://b' },
    'auth0_resource_server.c': { ...ZERO, identifier: 'https://c' },
  }));
  write('auth0-checks.json', { acknowledged: [{ id: 'token-lifetime-zero', address: 'auth0_resource_server.b', reason: 'legacy' }] });
  const document = result();
  expect(sarifProblems(document)).toEqual([]);
  expect(document.runs[0].results.map(({ level, suppressions }: any) => [level, suppressions])).toEqual([
    ['warning', [{ kind: 'inSource', status: 'accepted', justification: 'by design (by api-team, until 2127-03-31)' }]],
    ['warning', [{ kind: 'external', status: 'accepted', justification: 'legacy' }]],
    ['warning', undefined],
  ]);
});

test('the rules that are in no table have an entry, too', () => {
  write('cdk.tf.json', configuration({ 'auth0_resource_server.a': { identifier: 'https://a', token_lifetime: 'long' } }));
  write('auth0-checks.json', { acknowledged: [{ id: 'token-lifetime-zero', address: 'auth0_resource_server.a', reason: 'legacy' }] });
  const document = result();
  expect(sarifProblems(document)).toEqual([]);
  expect(document.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['wrong-type', 'acknowledgement-unused']);
});

test('without findings, there are no results', () => {
  write('cdk.tf.json', configuration({}));
  const document = result();
  expect(sarifProblems(document)).toEqual([]);
  expect(document.runs[0].results).toEqual([]);
});

test.each<[string, (folder: string) => string[], string]>([
  ['a file outside the folder of the command', () => ['../cdk.tf.json'], 'file://CWD/cdk.tf.json'],
  ['an absolute path below it', (folder) => [join(folder, 'sub/cdk.tf.json')], 'cdk.tf.json'],
  ['standard input', () => ['-'], 'standard%20input'],
])('the URI of %s', (_, args, uri) => {
  const document = configuration({ 'auth0_resource_server.a': ZERO });
  write('cdk.tf.json', document);
  write('sub/cdk.tf.json', document);
  const sarif = result(args(at('.')), { cwd: at('sub'), stdin: JSON.stringify(document) });
  expect(sarifProblems(sarif)).toEqual([]);
  expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri.replace('CWD', at('.')));
});

describe('the whole standard', () => {
  const types = typesOf('sarif');
  if (types === undefined) {
    return skipped('a result as the types of SARIF 2.1.0', '@types/sarif');
  }

  /** The errors of the compiler for a literal: it may have no other members than those of the standard. */
  const problemsOf = (literal: string) => {
    write('types/sarif/index.d.ts', readFileSync(join(types, 'index.d.ts'), 'utf8'));
    write('log.ts', `import type { Log } from './types/sarif';\nexport const log: Log = ${literal};\n`);
    const options = { strict: true, noEmit: true, types: [], lib: ['lib.es2022.d.ts'], skipLibCheck: true, ignoreDeprecations: '6.0' };
    const program = ts.createProgram([at('log.ts')], options);
    return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  };

  test('has every member that is written, with its type', () => {
    write('cdk.tf.json', configuration({
      'auth0_resource_server.a': { ...ZERO, '//': { metadata: { path: 'orders/a' }, acknowledged: [{ id: 'token-lifetime-zero', reason: 'by design' }] } },
      'auth0_resource_server.b': { ...BROKEN_API },
    }));
    const text = JSON.stringify(result());
    expect(problemsOf(text)).toEqual([]);
    expect(problemsOf(text.replace('"ruleId"', '"ruleName"'))).toEqual([expect.stringContaining("'\"ruleName\"' does not exist in type 'Result'")]);
    expect(problemsOf(text.replace('"level":"warning"', '"level":"warn"'))).toEqual([expect.stringContaining('"warn"')]);
  });
});
