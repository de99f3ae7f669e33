import { visible } from './visible';

/** Formats a text from a definition as code, so that nothing in it is markup. */
export function code(text: string): string {
  const shown = visible(text);
  // in a table, `|` ends a cell also in a code span, and `\` before it is read in different ways
  return /^(?! )[^`|\\]+(?<! )$/u.test(shown) ? `\`${shown}\`` : htmlCode(text);
}

/** Formats a text from a definition as code in HTML, for places without Markdown. */
export function htmlCode(text: string): string {
  return `<code>${visible(text).replace(/[^A-Za-z0-9 \u0080-\u{10ffff}]/gu, entity)}</code>`;
}

/** Formats a sentence of this library: names in single quotes become code, and the rest has no markup. */
export function prose(sentence: string): string {
  return sentence.split(/'([^']+)'/).map((part, index) => (index % 2 === 1 ? code(part) : plain(part))).join('');
}

function plain(text: string): string {
  return visible(text)
    .replace(/[&<>|`*~[\]\\$#!{}]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/)|(?<=www)\./gi, entity)
    .replace(/@/g, '@<!-- -->'); // would notify a user of that name
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
