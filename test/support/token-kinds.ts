import { conditional, DataTerraformRemoteStateLocal, Fn, Lazy, TerraformLocal, TerraformStack, TerraformVariable, Token } from 'cdktf';

/** A token, and what it is in the JSON. */
export interface TokenOfKind {
  readonly token: any;
  readonly written: string;
}

type Kinds = Readonly<Record<string, (stack: TerraformStack) => TokenOfKind>>;

let count = 0;
const variable = (stack: TerraformStack, type: string) => new TerraformVariable(stack, `v${++count}`, { type });
const nameOf = ({ friendlyUniqueId }: TerraformVariable) => `var.${friendlyUniqueId}`;

/** Makes a token from a variable. */
const of = (type: string, make: (variable: TerraformVariable) => unknown, written = (name: string) => name) =>
  (stack: TerraformStack): TokenOfKind => {
    const own = variable(stack, type);
    return { token: make(own), written: `\${${written(nameOf(own))}}` };
  };

/** Tokens of single values that can stand wherever a text, a number or a flag is taken. */
export const SINGLE: Kinds = {
  'variable.value': of('any', ({ value }) => value),
  'a string token': of('any', ({ stringValue }) => stringValue),
  'Token.asAny': of('any', ({ stringValue }) => Token.asAny(stringValue)),
  'an interpolation by hand': of('any', (own) => `\${${nameOf(own)}}`),
  'a lazy value': of('any', (own) => Lazy.anyValue({ produce: () => own.value })),
  'local.expression': (stack) => {
    const { expression, friendlyUniqueId } = new TerraformLocal(stack, `l${++count}`, 'value');
    return { token: expression, written: `\${local.${friendlyUniqueId}}` };
  },
  'remoteState.get': (stack) => {
    const state = new DataTerraformRemoteStateLocal(stack, `s${++count}`, { path: 'a.tfstate' });
    return { token: state.get('value'), written: `\${data.terraform_remote_state.${state.friendlyUniqueId}.outputs.value}` };
  },
  'an element of a list': of('list(any)', ({ listValue }) => Fn.element(listValue, 0), (name) => `element(${name}, 0)`),
  'a value of a map': of('map(any)', ({ value }) => Fn.lookup(value, 'key', 7), (name) => `lookup(${name}, "key", 7)`),
  'a function of a token': of('any', ({ value }) => Fn.sensitive(value), (name) => `sensitive(${name})`),
  'a condition': (stack) => {
    const [a, b, c] = [variable(stack, 'bool'), variable(stack, 'any'), variable(stack, 'any')];
    return { token: conditional(a.value, b.value, c.value), written: `\${${nameOf(a)} ? ${nameOf(b)} : ${nameOf(c)}}` };
  },
};

/** Number tokens. */
export const NUMBERS: Kinds = { 'a number token': of('number', ({ numberValue }) => numberValue) };

/** Tokens of lists. */
export const LISTS: Kinds = {
  'a list token': of('list(string)', ({ listValue }) => listValue),
  'the value of a list variable': of('list(string)', ({ value }) => value),
  'the value of a set variable': of('set(object({ name = string }))', ({ value }) => value),
  'a function that returns a list': of('any', ({ value }) => Fn.keys(value), (name) => `keys(${name})`),
  'a local list': (stack) => {
    const { expression, friendlyUniqueId } = new TerraformLocal(stack, `l${++count}`, ['a', 'b']);
    return { token: expression, written: `\${local.${friendlyUniqueId}}` };
  },
};

/** Tokens of maps. */
export const MAPS: Kinds = {
  'a map token': of('map(string)', ({ value }) => Token.asStringMap(value)),
  'the value of a map variable': of('map(string)', ({ value }) => value),
  'a function that returns a map': of('any', ({ value }) => Fn.merge([value]), (name) => `merge(${name})`),
  'a local map': (stack) => {
    const { expression, friendlyUniqueId } = new TerraformLocal(stack, `l${++count}`, { a: 'b' });
    return { token: expression, written: `\${local.${friendlyUniqueId}}` };
  },
};

/** What a program took out of a token, or calculated from it: it cannot become JSON. */
export const TAKEN_APART: Readonly<Record<string, (stack: TerraformStack) => any>> = {
  'an entry of a list token': (stack) => variable(stack, 'list(string)').listValue[0],
  'a text with an entry of a list token': (stack) => `a ${variable(stack, 'list(string)').listValue[0]}`,
  'a key of a map token': (stack) => Object.keys(Token.asStringMap(variable(stack, 'any').value))[0],
  'a value of a map token': (stack) => Object.values(Token.asStringMap(variable(stack, 'any').value))[0],
  'a list token': (stack) => variable(stack, 'list(string)').listValue,
  'a map token': (stack) => Token.asStringMap(variable(stack, 'any').value),
  'a token after a $': (stack) => `$${variable(stack, 'string').stringValue}`,
};
