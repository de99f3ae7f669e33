/** A text in quotes, which is a value of the user, or a name of several words as TypeScript spells it. */
const VALUES_AND_NAMES = /(?<!\w)'(?:[^'\\\n]|\\.)*'|\b[a-z]+(?:[A-Z][a-z0-9]+)+\b/g;

/** A value in a path, or any name in it. */
const VALUES_AND_PARTS = /(?<!\w)'(?:[^'\\\n]|\\.)*'|\b[a-z]\w*/g;

/** Returns how the language of the program spells a name. jsii tells the language. Undefined for a spelling like ours. */
function spelling(): ((name: string) => string) | undefined {
  const [, agent] = /^(python|go|dotnet)/i.exec(process.env.JSII_AGENT ?? '') ?? [];
  return agent && (agent.toLowerCase() === 'python'
    ? (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : (name) => `${name[0].toUpperCase()}${name.slice(1)}`) || undefined;
}

/**
 * Spells the names of properties and methods in a message as the language of the program does: `tokenLifetime` is
 * `token_lifetime` in Python. Values in quotes stay.
 */
export function spelled(message: string): string {
  return replaced(message, VALUES_AND_NAMES);
}

/** Spells the path of a property as the language of the program does. */
export function spelledPath(path: string): string {
  return replaced(path, VALUES_AND_PARTS);
}

function replaced(text: string, pattern: RegExp): string {
  const spell = spelling();
  return spell ? text.replace(pattern, (found) => (found.startsWith("'") ? found : spell(found))) : text;
}
