import { Expression, parseTemplate } from './hcl';

/**
 * Returns the value of a reference that is written in the definition: the default of a variable, the expression of a
 * local value. Undefined if there is none.
 */
export type Definition = (names: readonly string[]) => unknown;

/** More levels than any definition has, so that references in a circle come to an end. */
const MAX_DEPTH = 30;

/** The arguments of functions that do not come out again, by position: the others may. */
const DO_NOT_COME_OUT: Readonly<Record<string, readonly number[]>> = {
  chunklist: [1],
  element: [1],
  indent: [0],
  lookup: [1],
  regex: [0],
  regexall: [0],
  replace: [1],
  // the text is encrypted
  rsadecrypt: [0],
  slice: [1, 2],
  split: [0],
  substr: [1, 2],
  templatefile: [0],
  templatestring: [0],
  textdecodebase64: [1],
  textencodebase64: [1],
  trim: [1],
  trimprefix: [1],
  trimsuffix: [1],
  uuidv5: [0],
  zipmap: [0],
};

/** Functions whose result has nothing of the texts that they get: a number, true or false, or what is in a file. */
const NOTHING_COMES_OUT = new Set([
  'alltrue', 'anytrue', 'can', 'contains', 'endswith', 'file', 'filebase64', 'filebase64sha256', 'filebase64sha512',
  'fileexists', 'filemd5', 'fileset', 'filesha1', 'filesha256', 'filesha512', 'index', 'issensitive', 'length',
  'plantimestamp', 'range', 'startswith', 'strcontains', 'timecmp', 'timestamp', 'uuid',
]);

/** Functions whose result has the keys of the objects that they get. */
const KEYS_COME_OUT = new Set(['jsonencode', 'keys', 'transpose', 'urlencode', 'yamlencode']);

/** The verbs of `format`. */
const VERB = /%(?:%|[-+ #0]*(?:\[\d+\])?(?:\d+|\*)?(?:\.\d+)?[a-zA-Z])/g;

/**
 * Whether text that is written in a value can come out of it again. Separators (text without a letter or a digit) do
 * not count within expressions.
 */
export function hasPlainText(value: unknown, definition: Definition): boolean {
  return new PlainText(definition).in(value, 0);
}

class PlainText {
  public constructor(private readonly definition: Definition) {}

  public in(value: unknown, depth: number, withKeys = false): boolean {
    if (typeof value === 'string') {
      const expression = parseTemplate(value);
      const parts = expression?.kind === 'template' ? expression.items : [expression];
      return parts.some((part) => part === undefined || part.kind === 'text' || this.comesOutOf(part, depth, withKeys));
    }
    if (typeof value !== 'object' || value === null) {
      return typeof value === 'number';
    }
    return Object.entries(value).some(([key, member]) =>
      (withKeys && !Array.isArray(value) && isText(key)) || this.in(member, depth, withKeys));
  }

  private comesOutOf(expression: Expression, depth: number, withKeys: boolean): boolean {
    const comesOut = (one: Expression): boolean => this.comesOutOf(one, depth, withKeys);
    switch (expression.kind) {
      case 'text':
        return isText(expression.text);
      case 'reference': {
        if (expression.names.length === 1 && !expression.isOfLoop) {
          // no reference of Terraform's: CDKTF writes the text of some tokens without quotes
          return true;
        }
        const defined = depth < MAX_DEPTH ? this.definition(expression.names) : undefined;
        return defined !== undefined && defined !== null && this.in(defined, depth + 1, withKeys);
      }
      case 'index':
        return comesOut(chosenOf(expression.of, expression.index));
      case 'call':
        return this.comesOutOfCall(expression.name, expression.args, depth, withKeys);
      case 'conditional':
        return expression.branches.some(comesOut);
      case 'list':
      case 'template':
        return expression.items.some(comesOut);
      case 'object':
        return expression.entries.some(([key, member]) => (withKeys && comesOut(key)) || comesOut(member));
      case 'for':
        return [expression.input, ...expression.results].some(comesOut);
      default:
        return false;
    }
  }

  private comesOutOfCall(name: string, args: readonly Expression[], depth: number, withKeys: boolean): boolean {
    if (NOTHING_COMES_OUT.has(name)) {
      return false;
    }
    const hidden = DO_NOT_COME_OUT[name] ?? [];
    return args.some((arg, index) =>
      !hidden.includes(index) &&
      this.comesOutOf(index === 0 && /^format(?:list)?$/.test(name) ? withoutVerbs(arg) : arg, depth, withKeys || KEYS_COME_OUT.has(name)));
  }
}

/** Whether a text is more than a separator. */
function isText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** The member that an index chooses, or the whole where that cannot be told. */
function chosenOf(of: Expression, index: Expression): Expression {
  if (index.kind !== 'text') {
    return of;
  }
  if (of.kind === 'object' && of.entries.every(([key]) => key.kind === 'text')) {
    return of.entries.find(([key]) => key.kind === 'text' && key.text === index.text)?.[1] ?? { kind: 'constant' };
  }
  return of.kind === 'list' ? of.items[Number(index.text)] ?? of : of;
}

function withoutVerbs(format: Expression): Expression {
  return format.kind === 'text' ? { kind: 'text', text: format.text.replace(VERB, '') } : format;
}

/** What the value of an expression waits for. */
export type WaitsFor =
  /** Nothing: Terraform knows it when it plans. */
  | 'nothing'
  /** A resource, a data source or a module, which may be known only after apply. */
  | 'resources'
  /** This cannot be told. */
  | 'unclear';

/** References that Terraform knows when it plans. */
const KNOWN_AT_PLAN = new Set(['count', 'each', 'path', 'terraform', 'var']);

/** Functions whose result is known only after apply. */
const KNOWN_AFTER_APPLY = new Set(['bcrypt', 'timestamp', 'uuid']);

/** A name that stands for a token which cannot be read yet. */
export const UNCLEAR = 'unclear.token';

/** Finds out whether Terraform knows a value when it plans. */
export function waitsFor(value: unknown, definition: Definition, depth = 0): WaitsFor {
  const found = new Set<WaitsFor>();
  const look = (one: Expression): void => {
    if (one.kind === 'reference') {
      const [root] = one.names;
      const defined = root === 'local' && depth < MAX_DEPTH ? definition(one.names) : undefined;
      if (defined !== undefined && defined !== null) {
        found.add(waitsFor(defined, definition, depth + 1));
      } else if (!KNOWN_AT_PLAN.has(root)) {
        found.add(one.isOfLoop || root === 'local' || UNCLEAR.startsWith(`${root}.`) ? 'unclear' : 'resources');
      }
    } else if (one.kind === 'call' && KNOWN_AFTER_APPLY.has(one.name)) {
      found.add('resources');
    }
    partsOf(one).forEach(look);
  };
  if (typeof value === 'string') {
    look(parseTemplate(value) ?? { kind: 'reference', names: UNCLEAR.split('.'), isOfLoop: false });
  } else if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach((member) => found.add(waitsFor(member, definition, depth)));
  }
  return found.has('resources') ? 'resources' : found.has('unclear') ? 'unclear' : 'nothing';
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'index':
      return [expression.of, expression.index];
    case 'call':
      return expression.args;
    case 'conditional':
      return [expression.condition, ...expression.branches];
    case 'operation':
      return expression.operands;
    case 'list':
    case 'template':
      return expression.items;
    case 'object':
      return expression.entries.flat();
    case 'for':
      return [expression.input, ...expression.results, ...(expression.condition ? [expression.condition] : [])];
    default:
      return [];
  }
}
