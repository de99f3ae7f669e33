/**
 * Characters that break lines, that terminals interpret, or that change the order of the text around them. `\p{Cf}` has the
 * marks for right-to-left text and the invisible ones.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Makes a text from a definition safe to print: hidden characters become codes. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}
