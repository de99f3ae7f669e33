import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderForAllTests } from './folders';
import { browserOf } from './on-demand';
import { writeReport } from '../../lib/access/report';
import type { AccessReportJson } from '../../lib/access/report/model';

/** The root of a container has no sandbox for Chromium, and nothing here may use the network. */
const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** A page in a browser, and what it did besides. */
export interface Opened {
  /** A page of Playwright, whose types are not there where it is not installed. */
  readonly page: any;
  /** Requests, messages on the console, dialogs and errors. There must be none. */
  readonly noise: string[];
}

/** Opens reports in Chromium for all tests of the current `describe` block. */
export function browser(found: Exclude<ReturnType<typeof browserOf>, { missing: string }>) {
  const folder = folderForAllTests();
  const contexts = new Map<string, any>();
  let chromium: any;
  beforeAll(async () => {
    chromium = await found.chromium.launch({ executablePath: found.executablePath, args: ARGS });
  }, 60_000);
  afterAll(() => chromium.close());
  return {
    /** Opens the page of a report. `firstView` in it is the time when the first frame with the matrix was painted. `options` are those of a context of Playwright. */
    async open(report: AccessReportJson, options: object = {}): Promise<Opened> {
      const file = join(folder(), 'access.html');
      writeFileSync(file, writeReport(report, 'html'));
      const key = JSON.stringify(options);
      contexts.set(key, contexts.get(key) ?? await chromium.newContext({ viewport: { width: 1280, height: 900 }, ...options }));
      const page = await contexts.get(key).newPage();
      const noise: string[] = [];
      const url = pathToFileURL(file).href;
      page.on('request', (request: any) => request.url() === url || noise.push(`request ${request.url()}`));
      page.on('console', (message: any) => noise.push(`console ${message.text()}`));
      page.on('pageerror', (error: Error) => noise.push(`error ${error.message}`));
      page.on('dialog', (dialog: any) => noise.push(`dialog ${dialog.message()}`));
      await page.addInitScript(() => {
        const { addEventListener, performance, requestAnimationFrame, setTimeout: later } = globalThis as any;
        addEventListener('load', () => requestAnimationFrame(() => later(() => Object.assign(globalThis, { firstView: performance.now() }))));
      });
      await page.goto(url);
      return { page, noise };
    },
    /** Waits until the page has drawn what was asked for. */
    drawn: (page: any): Promise<void> => page.evaluate(() => new Promise((resolve) => {
      const { requestAnimationFrame } = globalThis as any;
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    })),
    /** The lowest contrast of a text that can be seen, and the number of texts. AA is 4.5. */
    contrast: ({ page }: Opened): Promise<{ lowest: number; of: string; texts: number }> => page.evaluate(() => {
      const { document, getComputedStyle } = globalThis as any;
      const numbers = (color: string) => color.match(/[\d.]+/g)!.map(Number);
      const luminance = (color: string) => {
        const linear = (part: number) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        const [red, green, blue] = numbers(color).map((value) => linear(value / 255));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const backgroundOf = (one: any): string => {
        const color = getComputedStyle(one).backgroundColor;
        return numbers(color)[3] === 0 ? backgroundOf(one.parentElement) : color;
      };
      const texts = Array.from(document.body.querySelectorAll('*')).filter((one: any) => one.checkVisibility() &&
        Array.from(one.childNodes).some(({ nodeType, textContent }: any) => nodeType === 3 && textContent.trim() !== ''));
      const all = texts.map((one: any) => {
        const [light, dark] = [getComputedStyle(one).color, backgroundOf(one)].map(luminance).sort((a, b) => b - a);
        return { lowest: (light + 0.05) / (dark + 0.05), of: `${one.className} ${one.textContent}`, texts: texts.length };
      });
      return all.reduce((lowest, one) => (one.lowest < lowest.lowest ? one : lowest));
    }),
    /** Judges a page by WCAG 2.2 AA. Returns the broken rules with their elements, and how many elements have a contrast. */
    async judge({ page }: Opened): Promise<{ broken: string[]; contrasts: number }> {
      await page.evaluate(found.axe);
      const { violations, passes } = await page.evaluate(async () => {
        const { axe } = globalThis as any;
        const summary = (list: any[]) => list.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }: any) => target.join()) }));
        const result = await axe.run();
        return { violations: summary(result.violations), passes: summary(result.passes) };
      });
      return {
        broken: violations.map(({ id, nodes }: any) => `${id}: ${nodes.slice(0, 5).join(' ')}`),
        contrasts: passes.find(({ id }: any) => id === 'color-contrast')?.nodes.length ?? 0,
      };
    },
  };
}
