/** A Terraform expression, as far as we need to know it. */
export type Expression =
  /** A text or a number that is written in the expression. */
  | { readonly kind: 'text'; readonly text: string }
  /** `true`, `false` or `null`. */
  | { readonly kind: 'constant' }
  /** `var.secret`, `data.vault.a`: the names up to the first index. */
  | { readonly kind: 'reference'; readonly names: string[]; readonly isOfLoop: boolean }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'conditional'; readonly condition: Expression; readonly branches: readonly Expression[] }
  /** An operator: its result is a number, true or false. */
  | { readonly kind: 'operation'; readonly operands: readonly Expression[] }
  /** A list, or the parts of a text. */
  | { readonly kind: 'list' | 'template'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyArray<readonly [key: Expression, value: Expression]> }
  | { readonly kind: 'for'; readonly input: Expression; readonly results: readonly Expression[]; readonly condition?: Expression };

/** Checks whether a text contains an interpolation or a directive of Terraform that is not escaped. */
export function isExpression(text: string): boolean {
  return text.includes('{') && /\$\{|%\{/.test(text.replace(/\$\$\{|%%\{/g, ''));
}

/** Parses a text as Terraform reads it in JSON, with its interpolations. Undefined if it is not valid. */
export function parseTemplate(text: string): Expression | undefined {
  try {
    const parser = new Parser(text);
    return parser.template(() => parser.atEnd);
  } catch (error) {
    const { name, message } = error as Error;
    // a RangeError: the expression is nested too deeply
    if (message === NOT_VALID || name === 'RangeError') {
      return undefined;
    }
    throw error;
  }
}

/**
 * Removes the escape of interpolations within an expression. CDKTF escapes an interpolation that is written by hand in
 * the argument of a function: Terraform would take its text for the value.
 */
export function withoutEscapes(text: string): string {
  const expression = text.startsWith('${') ? parseTemplate(text) : undefined;
  return expression === undefined || expression.kind === 'template' ? text : text.replace(/\$\$\{/g, '${');
}

/** The message of the errors below. */
const NOT_VALID = 'not valid';

const NAME = /[\p{L}_][\p{L}\p{N}_-]*(?:::[\p{L}_][\p{L}\p{N}_-]*)*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const OPERATOR = /&&|\|\||[=!<>]=|[<>+*/%-]/y;
/** Text of a template up to the next character with a meaning. */
const LITERAL = /[^$%"\\]+/y;

class Parser {
  private position = 0;
  /** The names that a `for` gives to its key and value. */
  private readonly ofLoops = new Set<string>();

  public constructor(private readonly source: string) {}

  public get atEnd(): boolean {
    return this.position >= this.source.length;
  }

  /** The parts of a text, up to its end. A quoted text has escapes with a backslash. */
  public template(isEnd: () => boolean, isQuoted = false): Expression {
    const items: Expression[] = [];
    let literal = '';
    const flush = () => {
      if (literal !== '') {
        items.push({ kind: 'text', text: literal });
        literal = '';
      }
    };
    while (!isEnd()) {
      if (this.accept('$${') || this.accept('%%{')) {
        literal += '${';
      } else if (this.accept('${')) {
        flush();
        this.accept('~');
        items.push(this.expression());
        this.endOfInterpolation();
      } else if (this.accept('%{')) {
        flush();
        items.push(...this.directive());
      } else if (isQuoted && this.accept('\\')) {
        const escaped = this.source[this.position++] ?? this.fail();
        literal += 'nrt'.includes(escaped) ? ' ' : escaped;
      } else {
        literal += this.match(LITERAL) ?? this.source[this.position++] ?? this.fail();
      }
    }
    flush();
    return items.length === 1 ? items[0] : { kind: 'template', items };
  }

  private expression(): Expression {
    const operands = [this.operand()];
    for (this.skip(); this.match(OPERATOR) !== undefined; this.skip()) {
      operands.push(this.operand());
    }
    const first: Expression = operands.length === 1 ? operands[0] : { kind: 'operation', operands };
    if (!this.acceptAfterSpace('?')) {
      return first;
    }
    const whenTrue = this.expression();
    this.expect(':');
    return { kind: 'conditional', condition: first, branches: [whenTrue, this.expression()] };
  }

  private operand(): Expression {
    if (this.acceptAfterSpace('!') || this.acceptAfterSpace('-')) {
      return { kind: 'operation', operands: [this.operand()] };
    }
    let value = this.primary();
    for (;;) {
      if (this.acceptAfterSpace('[')) {
        if (!this.acceptAfterSpace('*')) {
          value = { kind: 'index', of: value, index: this.expression() };
        }
        this.expect(']');
      } else if (this.source[this.position + 1] !== '.' && this.acceptAfterSpace('.')) {
        this.skip();
        const name = this.match(NAME) ?? this.match(NUMBER) ?? (this.accept('*') ? '*' : this.fail());
        if (value.kind === 'reference') {
          // no copy of the names: it takes time in the square of a long reference
          value.names.push(name);
        } else {
          value = { kind: 'index', of: value, index: { kind: 'text', text: name } };
        }
      } else {
        return value;
      }
    }
  }

  private primary(): Expression {
    this.skip();
    if (this.accept('"')) {
      return this.template(() => this.accept('"'), true);
    }
    if (this.accept('(')) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (this.accept('[')) {
      return this.forExpression(']') ?? { kind: 'list', items: this.items(']') };
    }
    if (this.accept('{')) {
      return this.forExpression('}') ?? { kind: 'object', entries: this.entries() };
    }
    const number = this.match(NUMBER);
    if (number !== undefined) {
      return { kind: 'text', text: number };
    }
    const name = this.match(NAME) ?? this.fail();
    if (this.acceptAfterSpace('(')) {
      return { kind: 'call', name, args: this.items(')') };
    }
    return ['true', 'false', 'null'].includes(name) ? { kind: 'constant' } : { kind: 'reference', names: [name], isOfLoop: this.ofLoops.has(name) };
  }

  private items(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.acceptAfterSpace(end)) {
      items.push(this.expression());
      this.acceptAfterSpace('...');
      if (!this.acceptAfterSpace(',')) {
        this.expect(end);
        break;
      }
    }
    return items;
  }

  private entries(): Array<readonly [Expression, Expression]> {
    const entries: Array<readonly [Expression, Expression]> = [];
    while (!this.acceptAfterSpace('}')) {
      const key = this.expression();
      if (!this.acceptAfterSpace('=')) {
        this.expect(':');
      }
      // a name without quotes is a text here
      entries.push([key.kind === 'reference' ? { kind: 'text', text: key.names.join('.') } : key, this.expression()]);
      this.acceptAfterSpace(',');
    }
    return entries;
  }

  private forExpression(end: string): Expression | undefined {
    if (!this.keyword('for')) {
      return undefined;
    }
    const input = this.loop();
    this.expect(':');
    const results = [this.expression()];
    if (this.acceptAfterSpace('=>')) {
      results.push(this.expression());
      this.acceptAfterSpace('...');
    }
    const condition = this.keyword('if') ? this.expression() : undefined;
    this.expect(end);
    return { kind: 'for', input, results, condition };
  }

  /** The names and the input of a `for`. */
  private loop(): Expression {
    do {
      this.skip();
      this.ofLoops.add(this.match(NAME) ?? this.fail());
    } while (this.acceptAfterSpace(','));
    if (!this.keyword('in')) {
      this.fail();
    }
    return this.expression();
  }

  /** The values of a directive that come into the text. */
  private directive(): Expression[] {
    this.accept('~');
    const parts: Expression[] = [];
    if (this.keyword('if')) {
      parts.push({ kind: 'operation', operands: [this.expression()] });
    } else if (this.keyword('for')) {
      parts.push(this.loop());
    } else if (!['else', 'endif', 'endfor'].some((word) => this.keyword(word))) {
      this.fail();
    }
    this.endOfInterpolation();
    return parts;
  }

  private endOfInterpolation(): void {
    this.acceptAfterSpace('~');
    this.expect('}');
  }

  private keyword(word: string): boolean {
    this.skip();
    const start = this.position;
    if (this.match(NAME) === word) {
      return true;
    }
    this.position = start;
    return false;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const [text] = pattern.exec(this.source) ?? [];
    this.position += text?.length ?? 0;
    return text;
  }

  private skip(): void {
    this.match(SPACE);
  }

  private accept(text: string): boolean {
    const isNext = this.source.startsWith(text, this.position);
    this.position += isNext ? text.length : 0;
    return isNext;
  }

  private acceptAfterSpace(text: string): boolean {
    this.skip();
    return this.accept(text);
  }

  private expect(text: string): void {
    if (!this.acceptAfterSpace(text)) {
      this.fail();
    }
  }

  private fail(): never {
    throw new Error(NOT_VALID);
  }
}
