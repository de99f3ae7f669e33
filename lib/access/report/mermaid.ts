import type { AccessReportJson, PathJson, StatementJson } from './model';
import { visible } from './visible';
import { audienceOf, count, OTHER_SCOPES_TEXT } from './words';

/** Mermaid refuses a diagram with more than 500 edges or 50,000 characters, unless it is configured otherwise. */
const MOST_EDGES = 399;
const MOST_CHARACTERS = 44_000;
const MOST_NAMES = 8;
const LONGEST_NAME = 120;

type Line = StatementJson & Partial<PathJson>;

/**
 * Formats a report as a flowchart of Mermaid: applications on the left, APIs on the right, unknown answers dashed. A large
 * report is split into several diagrams: then it is Markdown, which says so, with a block for each diagram.
 */
export function mermaidOf({ statements, paths, bounds }: AccessReportJson): string {
  const diagrams = diagramsOf([...statements, ...paths], bounds);
  if (diagrams.length === 1) {
    return `${diagrams[0]}\n`;
  }
  const parts = diagrams.map((diagram, index) => `Diagram ${index + 1} of ${diagrams.length}\n\n\`\`\`mermaid\n${diagram}\n\`\`\``);
  return `${[`The report is split into ${count(diagrams.length, 'diagram')}, because it has ${count(statements.length + paths.length, 'edge')}.`, ...parts].join('\n\n')}\n`;
}

function diagramsOf(statements: readonly Line[], bounds: readonly string[]): string[] {
  const diagrams: Diagram[] = [new Diagram(bounds)];
  for (const statement of statements) {
    if (!diagrams[diagrams.length - 1].add(statement)) {
      diagrams.push(new Diagram([]));
      diagrams[diagrams.length - 1].add(statement);
    }
  }
  return diagrams.map((diagram) => diagram.text);
}

class Diagram {
  readonly #lines = ['flowchart LR'];
  readonly #nodes = new Map<string, string>();
  #edges = 0;
  #length = 0;

  public constructor(bounds: readonly string[]) {
    if (bounds.length > 0) {
      this.#push([`  bounds["Not seen:${bounds.map((bound) => `<br>${escaped(bound)}`).join('')}"]`]);
    }
  }

  public get text(): string {
    return this.#lines.join('\n');
  }

  /** Adds a statement as an edge. Returns false if the diagram is full. */
  public add(statement: Line): boolean {
    const nodes = new Map<string, string>();
    const nodeFor = (kind: 'app' | 'api', names: readonly string[]): string => {
      const key = JSON.stringify([kind, ...names]);
      const known = this.#nodes.get(key) ?? nodes.get(key);
      const id = known ?? `${kind}${this.#nodes.size + nodes.size}`;
      if (known === undefined) {
        nodes.set(key, id);
        lines.push(kind === 'app' ? `  ${id}["${namesOf(names)}"]` : `  ${id}(["${namesOf(names)}"])`);
      }
      return id;
    };
    const lines: string[] = [];
    const [from, to] = [nodeFor('app', statement.clients), nodeFor('api', [statement.api])];
    const isKnown = statement.answer === 'yes';
    lines.push(`  ${from} ${isKnown ? '-->' : '-.->'}|"${labelOf(statement)}"| ${to}`);
    const length = lines.join('\n').length + 1;
    if (this.#edges > 0 && (this.#edges === MOST_EDGES || this.#length + length > MOST_CHARACTERS)) {
      return false;
    }
    nodes.forEach((id, key) => this.#nodes.set(key, id));
    this.#edges++;
    this.#push(lines);
    return true;
  }

  #push(lines: readonly string[]): void {
    this.#lines.push(...lines);
    this.#length += lines.join('\n').length + 1;
  }
}

function labelOf(statement: Line): string {
  const { scopes, answer, unless, through } = statement;
  return [
    `for ${audienceOf(statement, shortened)}:`,
    namesOf(scopes.map((scope) => scope ?? OTHER_SCOPES_TEXT)),
    ...(answer === 'yes' ? [] : ['(unknown)']),
    ...(unless.length === 0 ? [] : [`(${count(unless.length, 'condition')})`]),
    ...(through ? [`through ${namesOf(through)}`] : []),
  ].map((text, index) => (index === 0 ? escaped(text) : text)).join(' ');
}

function namesOf(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${names.slice(0, MOST_NAMES).map((name) => escaped(shortened(name))).join(', ')}${more}`;
}

function shortened(name: string): string {
  const characters = Array.from(name);
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME).join('')}…` : name;
}

/** Escapes a text for a label: Mermaid's own codes for everything that it, Markdown or HTML may read as markup. */
function escaped(text: string): string {
  return visible(text).replace(/[^A-Za-z0-9 :/.,_\u0080-\u{10ffff}-]/gu, (character) => `#${character.codePointAt(0)};`);
}
