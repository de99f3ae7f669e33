import { createHash } from 'node:crypto';
import * as ts from 'typescript';
import { writeReport } from '../../../lib/access/report';
import { SCRIPT } from '../../../lib/access/report/html';
import { largeReport } from '../../support/large-report';
import { shopReport } from '../../support/shop-report';

const shop = writeReport(shopReport(), 'html');

test('a page for 100 APIs, 1,000 scopes, 200 applications and 50 roles has less than 300 kB', () => {
  const report = largeReport();
  const { apis, clients, roles } = report;
  expect([apis.length, apis.flatMap(({ scopes }) => scopes).length, clients.length, roles.length]).toEqual([100, 1000, 200, 50]);
  expect(report.statements.length).toBeGreaterThan(2_000);
  expect(Buffer.byteLength(writeReport(report, 'html'))).toBeLessThan(300_000);
});

test('the page allows only its own script and style, and no request', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const [[, style], ...otherStyles] = shop.matchAll(/<style>([^]*?)<\/style>/g);
  const [[, script], ...otherScripts] = shop.matchAll(/<script>([^]*?)<\/script>/g);
  expect([otherStyles, otherScripts]).toEqual([[], []]);
  expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(shop)![1]).toBe(
    `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`,
  );
  expect(shop.match(/ (?:src|href|action|on\w+|style)="[^"]*"/g)).toEqual([' href="data:,"', ' href="#result"']);
  expect(script).toBe(SCRIPT);
});

test('the same definition gives the same page', () => {
  expect(writeReport(shopReport(), 'html')).toBe(shop);
});

test('the page has what it cannot see, and without scripts the report as text', () => {
  const text = (html: string) => html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  expect(text(/<noscript>[^]*<pre>([^]*)<\/pre>/.exec(shop)![1])).toBe(writeReport(shopReport(), 'text'));
  expect(/<footer>([^]*)<\/footer>/.exec(shop)![1].match(/<li>.*<\/li>/g)!.map((item) => text(item.slice(4, -5)))).toEqual(shopReport().bounds);
});

test('without scripts, a large report is cut at a line, and says so', () => {
  const html = writeReport(largeReport(), 'html');
  const [, pre] = /<noscript>\n<p>.* as far as it fits\.<\/p>\n<pre>([^]*)<\/pre>/.exec(html)!;
  expect(pre.length).toBeLessThan(60_000);
  expect(pre).toMatch(/\n\nThe rest is left out: the other formats have all\.$/);
});

test('the script of the page has no errors of type', () => {
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    strict: false,
    noUnusedLocals: true,
    noUnusedParameters: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, target, ...rest) => (name === 'page.js' ? ts.createSourceFile(name, SCRIPT, target) : getSourceFile(name, target, ...rest));
  const errors = ts.getPreEmitDiagnostics(ts.createProgram(['page.js'], options, host));
  expect(errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
}, 30_000);
