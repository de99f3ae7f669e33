import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(__dirname, '../../docs');
const PICTURES = readdirSync(DOCS).filter((file) => file.endsWith('.svg'));

interface Area { left: number; right: number; top: number; bottom: number }

const attributesOf = (tag: string) => Object.fromEntries(Array.from(tag.matchAll(/([\w:-]+)="([^"]*)"/g), ([, name, value]) => [name, value]));

/** The widest that a text can be in the fonts of the common systems. */
function areaOf([, attributes, content]: readonly string[]): Area & { text: string } {
  const { x, y, 'text-anchor': anchor, 'font-family': font, 'font-weight': weight } = attributesOf(attributes);
  const text = content.replace(/&\w+;/g, '_');
  const width = text.length * (font ? 7.3 : weight ? 8.4 : 8);
  const left = Number(x) - (anchor === 'middle' ? width / 2 : 0);
  return { text, left, right: left + width, top: Number(y) - 12, bottom: Number(y) + 4 };
}

test('there are pictures', () => expect(PICTURES).toEqual(['deleted-means-off.svg', 'props-to-json.svg', 'who-can-do-what.svg']));

describe.each(PICTURES)('%s', (file) => {
  const svg = readFileSync(join(DOCS, file), 'utf8');
  const boxes = Array.from(svg.matchAll(/<rect ([^>]+)\/>/g), ([, attributes]) => attributesOf(attributes)).map(
    ({ x = 0, y = 0, width, height }) => ({ left: Number(x), right: Number(x) + Number(width), top: Number(y), bottom: Number(y) + Number(height) }),
  );
  const texts = Array.from(svg.matchAll(/<text ([^>]+)>([^<]*)<\/text>/g), areaOf);
  const isInside = (text: Area, box: Area) => text.left >= box.left && text.right <= box.right && text.top >= box.top && text.bottom <= box.bottom;
  const meets = (text: Area, box: Area) => text.left < box.right && text.right > box.left && text.top < box.bottom && text.bottom > box.top;

  test('each text stays in its box', () => {
    expect(texts.length).toBeGreaterThan(10);
    const [background, ...own] = boxes;
    expect(texts.filter((text) => !isInside(text, background) || own.some((box) => meets(text, box) && !isInside(text, box)))).toEqual([]);
  });

  test('has a background of its own, for dark pages, and a description', () => {
    expect(svg).toMatch(/^<svg [^>]*>\n  <title>.+<\/title>\n  <desc>.+<\/desc>\n  <rect width="\d+" height="\d+" rx="10" fill="#ffffff"\/>\n/);
    expect(boxes[0]).toMatchObject({ left: 0, top: 0 });
  });
});
