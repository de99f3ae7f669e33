import * as fc from 'fast-check';
import { reportOf } from '../../../lib/access/report/build';
import { arbitraryBlocks, tenantOfBlocks } from '../../support/arbitrary-tenants';
import { browserOf, skipped } from '../../support/on-demand';
import { browser, Opened } from '../../support/page';
import { cellsOfList, marksOfMatrix, marksOfReport } from '../../support/page-cells';
import { cellsOfJson } from '../../support/report-cells';
import { shopReport } from '../../support/shop-report';

// a browser takes its time where many tests run at once
jest.setTimeout(60_000);

describe('the page in a browser', () => {
  const found = browserOf();
  if ('missing' in found) {
    return skipped('the page in a browser', found.missing, found.hint);
  }
  const { open, drawn } = browser(found);
  const shop = shopReport();
  const ALL = '12 scopes, 8 applications, 4 roles, 34 statements';

  test('opens without a request, a message or an error', async () => {
    const { page, noise } = await open(shop);
    expect(await page.title()).toBe('Who can do what');
    expect(await page.locator('#count').textContent()).toBe(ALL);
    expect(noise).toEqual([]);
  });

  test('lets no script make a request', async () => {
    const { page } = await open(shop);
    const blocked = await page.evaluate(() => new Promise((resolve) => {
      const { document, Image, fetch } = globalThis as any;
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }: any) => directives.push(effectiveDirective) === 3 && resolve(directives.sort()));
      fetch('http://127.0.0.1:9/').catch(() => {});
      new Image().src = 'http://127.0.0.1:9/';
      document.head.append(Object.assign(document.createElement('script'), { textContent: 'alert(1)' }));
    }));
    expect(blocked).toEqual(['connect-src', 'img-src', 'script-src-elem']);
  });

  test('the matrix and the list of any tenant say what the JSON says', async () => {
    let marks = 0;
    for (const blocks of fc.sample(arbitraryBlocks, { numRuns: 10, seed: 7 })) {
      const report = reportOf(tenantOfBlocks(blocks));
      const { page, noise } = await open(report, { viewport: { width: 1280, height: 3000 } });
      await drawn(page);
      expect(await marksOfMatrix(page)).toEqual(marksOfReport(report));
      await page.locator('label[for=as-list]').click();
      await drawn(page);
      expect(await cellsOfList(page)).toEqual(cellsOfJson(report));
      expect(noise).toEqual([]);
      marks += marksOfReport(report).length;
    }
    expect(marks).toBeGreaterThan(200);
  });

  describe('a search', () => {
    let opened: Opened;
    beforeAll(async () => { opened = await open(shop); });

    test.each<[string, (page: any) => Promise<void>, string]>([
      ['an API or scope', (page) => page.fill('#api', 'CATALOG write'), '1 of 12 scopes, 8 applications, 4 roles, 5 of 34 statements'],
      ['an identifier', (page) => page.fill('#api', 'example.com/orders'), '4 of 12 scopes, 8 applications, 4 roles, 15 of 34 statements'],
      ['an application', (page) => page.fill('#client', 'warehouse'), '12 scopes, 1 of 8 applications, 0 of 4 roles, 4 of 34 statements'],
      ['a role', (page) => page.fill('#client', 'shop/auditor'), '12 scopes, 0 of 8 applications, 1 of 4 roles, 6 of 34 statements'],
      ['who the tokens are for', (page) => page.selectOption('#for', 'A'), '12 scopes, 8 applications, 4 roles, 1 of 34 statements'],
      ['unknown answers', (page) => page.selectOption('#answer', 'unknown'), '12 scopes, 8 applications, 4 roles, 2 of 34 statements'],
      ['paths', (page) => page.selectOption('#way', 'through'), '12 scopes, 8 applications, 4 roles, 4 of 34 statements'],
      ['columns', (page) => page.selectOption('#columns', 'role'), '12 scopes, 0 of 8 applications, 4 roles, 27 of 34 statements'],
      ['what has access', async (page) => {
        await page.selectOption('#answer', 'unknown');
        await page.check('#short');
      }, '6 of 12 scopes, 2 of 8 applications, 4 roles, 2 of 34 statements'],
      ['nothing', (page) => page.fill('#api', 'none'), '0 of 12 scopes, 8 applications, 4 roles, 0 of 34 statements'],
    ])('for %s draws it, and announces how much it is', async (_, search, count) => {
      const { page, noise } = opened;
      await search(page);
      await drawn(page);
      expect(await page.locator('#count[role=status]').textContent()).toBe(count);
      const [, rows, clients, roles] = /^(\d+).*? scopes, (\d+).*? applications, (\d+)/.exec(count)!.map(Number);
      expect(await page.locator('#nothing').isVisible()).toBe(rows === 0);
      expect(await page.locator('#matrix').isVisible()).toBe(rows > 0);
      expect(rows > 0 ? await page.locator('tbody tr:not(.api)').count() : 0).toBe(rows);
      expect(rows > 0 ? await page.locator('thead tr + tr th').count() : 12).toBe(clients + roles);
      await page.click('button[type=reset]');
      await drawn(page);
      expect(await page.locator('#count').textContent()).toBe(ALL);
      expect(noise).toEqual([]);
    });
  });

  test('a search in the list leaves what was asked for', async () => {
    const { page } = await open(shop);
    await page.locator('label[for=as-list]').click();
    await page.fill('#client', 'warehouse');
    await page.fill('#api', 'read:products');
    await drawn(page);
    expect((await cellsOfList(page)).map((cell) => JSON.parse(cell).slice(0, 4))).toEqual([
      ['shop/Catalog', 'shop/Warehouse', 'every user', 'read:products'], ['shop/Catalog', 'shop/Warehouse', 'itself', 'read:products'],
    ]);
  });

  test('the keyboard reaches a cell, opens its reason, and comes back', async () => {
    const { page, noise } = await open(shop);
    const focused = () => page.evaluate(() => {
      const { activeElement } = (globalThis as any).document;
      return `${activeElement.parentNode.cells[0].textContent} ${activeElement.ariaColIndex}`;
    });
    await page.locator('#as-matrix').focus();
    await page.keyboard.press('Tab');
    const moves: string[] = [await focused()];
    for (const key of ['ArrowRight', 'ArrowDown', 'Control+End', 'ArrowDown', 'Home', 'PageUp', 'Control+Home', 'ArrowLeft', 'End', 'Home', 'ArrowRight']) {
      await page.keyboard.press(key);
      moves.push(await focused());
    }
    expect(moves).toEqual([
      'read:prices 2', 'read:prices 3', 'read:products 3', 'read:reports 13', 'read:reports 13', 'read:reports 2', 'read:products 2', 'read:prices 2',
      'read:prices 2', 'read:prices 13', 'read:prices 2', 'read:prices 3',
    ]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const details = page.locator('#details');
    expect(await details.isVisible()).toBe(true);
    expect((await details.innerText()).split('\n').filter((line: string) => line.trim() !== '')).toEqual([
      'read:prices of shop/Catalog', 'Close', 'first-party application shop/BackOffice auth0_client.BackOffice',
      'U for every user yes',
      'Because', 'the user policy of shop/Catalog is allow_all, and RBAC of shop/Catalog is off',
      'Conditions', 'only for users with an organization', 'Address', 'auth0_resource_server.Catalog',
      'Through other applications', '→ for every user yes',
      'Because', 'through shop/Orders: the user policy of shop/Catalog is allow_all, and RBAC of shop/Catalog is off',
      'Address', 'auth0_resource_server.Catalog', 'Through', 'shop/Orders',
    ]);
    await page.keyboard.press('Escape');
    expect([await details.isVisible(), await focused(), noise]).toEqual([false, 'read:prices 2', []]);
  });

  test('a click opens the cell of a role, with all applications; and one that is empty', async () => {
    const { page } = await open(shop);
    await page.locator('tr:has-text("refund:orders") td[aria-colindex="13"]').click();
    expect(await page.locator('#details').innerText()).toMatch(/users with the role shop\/Manager[^]*Applications?\s+shop\/BackOffice\s[^]*Conditions/);
    await page.locator('#details button').click();
    await page.locator('tr:has-text("refund:orders") td[aria-colindex="3"]').click();
    expect(await page.locator('#reasons').innerText()).toBe('Not allowed: nothing in the definition gives it, or the filter leaves it out.');
  });
});
