/** A text in quotes, which is a value of the user, or a name of several words as TypeScript spells it. */
const VALUES_AND_NAMES = /(?<!\w)'(?:[^'\\\n]|\\.)*'|\b[a-z]+(?:[A-Z][a-z0-9]+)+\b/g;

/** A value in a path, or any name in it. */
const VALUES_AND_PARTS = /(?<!\w)'(?:[^'\\\n]|\\.)*'|\b[a-z]\w*/g;

/** Returns how a language spells a name. Undefined for a spelling like ours. */
function spellingOf(language: string): ((name: string) => string) | undefined {
  const [, agent] = /^(python|go|dotnet)/i.exec(language) ?? [];
  return agent && (agent.toLowerCase() === 'python'
    ? (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : (name) => `${name[0].toUpperCase()}${name.slice(1)}`) || undefined;
}

/**
 * Spells the names of properties and methods in a message as the language of the program does: `tokenLifetime` is
 * `token_lifetime` in Python. Values in quotes stay.
 *
 * @param language what jsii calls the language, which it tells in the environment
 */
export function spelled(message: string, language = process.env.JSII_AGENT ?? ''): string {
  return replaced(message, VALUES_AND_NAMES, language);
}

/** Spells the path of a property as the language of the program does. */
export function spelledPath(path: string): string {
  return replaced(path, VALUES_AND_PARTS, process.env.JSII_AGENT ?? '');
}

function replaced(text: string, pattern: RegExp, language: string): string {
  const spell = spellingOf(language);
  return spell ? text.replace(pattern, (found) => (found.startsWith("'") ? found : spell(found))) : text;
}
