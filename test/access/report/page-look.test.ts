import { writeReport } from '../../../lib/access/report';
import { visible } from '../../../lib/access/report/visible';
import { HOSTILE, hostileReport } from '../../support/hostile-names';
import { largeReport } from '../../support/large-report';
import { browserOf, skipped } from '../../support/on-demand';
import { browser } from '../../support/page';
import { shopReport } from '../../support/shop-report';

// a browser takes its time where many tests run at once
jest.setTimeout(60_000);

describe('the look of the page in a browser', () => {
  const found = browserOf();
  if ('missing' in found) {
    return skipped('the look of the page in a browser', found.missing, found.hint);
  }
  const { open, drawn, contrast, judge } = browser(found);
  const shop = shopReport();

  describe('a large tenant', () => {
    const report = largeReport();

    test('is there within a second', async () => {
      let time = Infinity;
      // other tests may run at the same time, so one of several attempts counts
      for (let attempt = 0; attempt < 5 && time > 1_000; attempt++) {
        const { page, noise } = await open(report);
        time = await (await page.waitForFunction('globalThis.firstView')).jsonValue();
        expect(await page.locator('#count').textContent()).toMatch(/^1,000 scopes, 200 applications, 50 roles, \d,\d+ statements$/);
        expect(noise).toEqual([]);
      }
      expect(time).toBeLessThan(1_000);
    });

    test('has only the cells near what is seen, also at its end', async () => {
      const { page } = await open(report);
      await drawn(page);
      expect(await page.locator('tbody:has(td.client)').count()).toBeLessThan(12);
      await page.locator('td[tabindex="0"]').focus();
      await page.keyboard.press('Control+End');
      expect(await page.evaluate('document.activeElement.parentNode.cells[0].textContent')).toBe(report.apis[99].scopes[9]);
      await page.waitForFunction('document.querySelector("tbody").rows.length === 1');
      expect(await page.locator('tbody:has(td.client)').count()).toBeLessThan(12);
    });
  });

  test('names that look like markup are texts', async () => {
    const { page, noise } = await open(hostileReport(...HOSTILE), { viewport: { width: 1280, height: 4000 } });
    await drawn(page);
    const shown = HOSTILE.map(visible).sort();
    const texts = async (selector: string): Promise<string[]> => Array.from<string>(new Set(await page.locator(selector).allTextContents())).sort();
    const heads = (kind: string) => page.locator(`th.${kind}`).evaluateAll((all: any[]) => all.map((one) => one.getAttribute('aria-label')).sort());
    expect([await heads('client'), await heads('role')]).toEqual([shown, shown]);
    expect(await texts('tr.api .id')).toEqual(shown);
    expect((await texts('tbody th[scope=row]')).filter((text) => text !== '(other scopes)')).toEqual(shown);
    await page.locator('td.client:has(.chip)').first().click();
    expect(shown).toContain(await page.locator('#what code').textContent());
    await page.keyboard.press('Escape');
    await page.locator('label[for=as-list]').click();
    await drawn(page);
    expect(await texts('#list tbody th li')).toEqual(shown);
    expect(await texts('#list .id')).toEqual(shown);
    expect(await page.locator('img, :is(#matrix, #list, #details, noscript) :is(script, a, b, i), code *').count()).toBe(0);
    expect(noise).toEqual([]);
  });

  describe.each(['light', 'dark'])('in %s', (colorScheme) => {
    test('every text has a contrast of AA', async () => {
      const opened = await open(shop, { colorScheme, reducedMotion: 'reduce' });
      await drawn(opened.page);
      const matrix = await contrast(opened);
      expect([matrix.lowest > 4.5 || matrix.of, matrix.texts > 150]).toEqual([true, true]);
      await opened.page.locator('td:has(.unknown)').first().click();
      const details = await contrast(opened);
      expect(details.lowest > 4.5 || details.of).toBe(true);
    });

    test('everybody can use it: contrast, names, landmarks, heads of tables', async () => {
      const opened = await open(shop, { colorScheme, reducedMotion: 'reduce' });
      await drawn(opened.page);
      const matrix = await judge(opened);
      expect(matrix.broken).toEqual([]);
      expect(matrix.contrasts).toBeGreaterThan(100);
      await opened.page.locator('td:has(.unknown)').first().click();
      const details = await judge(opened);
      expect(details.broken).toEqual([]);
      await opened.page.keyboard.press('Escape');
      await opened.page.locator('label[for=as-list]').click();
      await drawn(opened.page);
      const list = await judge(opened);
      expect(list.broken).toEqual([]);
      expect(list.contrasts).toBeGreaterThan(200);
    });
  });

  test('has landmarks, and every head of a table says what it is the head of', async () => {
    const { page } = await open(shop);
    const landmarks = await Promise.all(['banner', 'search', 'main', 'contentinfo', 'grid'].map((role) => page.getByRole(role).count()));
    expect(landmarks).toEqual([1, 1, 1, 1, 1]);
    const scopes: string[] = await page.locator('#matrix th').evaluateAll((all: any[]) => all.map((one) => one.getAttribute('scope')));
    const counts = ['col', 'colgroup', 'row', 'rowgroup'].map((scope) => scopes.filter((one) => one === scope).length);
    expect([scopes.length, ...counts]).toEqual([31, 13, 2, 12, 4]);
  });

  test('light and dark have other colours', async () => {
    const colours = await Promise.all(['light', 'dark'].map(async (colorScheme) => {
      const { page } = await open(shop, { colorScheme });
      return page.evaluate('getComputedStyle(document.body).backgroundColor');
    }));
    expect(colours).toEqual(['rgb(245, 246, 248)', 'rgb(14, 18, 23)']);
  });

  test('on paper it has the matrix and the reasons, in light colours and within the paper', async () => {
    const { page } = await open(shop, { colorScheme: 'dark', viewport: { width: 690, height: 980 } });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    const isVisible = (selector: string) => page.locator(selector).isVisible();
    expect([await isVisible('#controls'), await isVisible('#matrix'), await isVisible('#list'), await isVisible('footer')]).toEqual([false, true, true, true]);
    expect(await page.locator('#list tbody tr').count()).toBe(34);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(690);
    const pdf: Buffer = await page.pdf();
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeLessThan(10);
  });

  test('a matrix that is too wide is not printed', async () => {
    const { page } = await open(shop);
    await page.setViewportSize({ width: 2600, height: 900 });
    await page.evaluate('document.getElementById("matrix").style.width = "2000px"; dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    expect([await page.locator('#matrix').isVisible(), await page.locator('#list').isVisible()]).toEqual([false, true]);
  });

  test('on a telephone, only the matrix is wider than the screen', async () => {
    const { page } = await open(shop, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });

  test('does not move for those who want no motion', async () => {
    const animation = async (reducedMotion: string) => {
      const { page } = await open(shop, { reducedMotion });
      await page.locator('td:has(.chip)').first().click();
      return page.evaluate('getComputedStyle(document.getElementById("details")).animationName');
    };
    expect([await animation('no-preference'), await animation('reduce')]).toEqual(['in', 'none']);
  });

  test('without scripts it has the report as text', async () => {
    const { page } = await open(shop, { javaScriptEnabled: false });
    expect(`${await page.locator('noscript pre').innerText()}`.trim()).toBe(writeReport(shop, 'text').trim());
    expect(await page.locator('#app').isVisible()).toBe(false);
  });
});
