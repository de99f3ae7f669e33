/** A class that our library does not know. Its members look like those of our value classes. */
class Foreign {
  public readonly value = 1;
  public readonly rule = 'rule';
  public readonly text = 'text';
  public readonly problems = [{ path: [], rule: 'rule', text: 'text' }];
}

/** A value of every JavaScript type, and of classes that can be mistaken for objects and lists. */
export const VALUES_OF_ALL_TYPES = {
  'a text': 'text',
  'a number': 5,
  'NaN': NaN,
  'infinity': Infinity,
  'a big integer': BigInt(5),
  'a boolean': true,
  'an object': {},
  'an object that looks like a problem': { rule: 'rule', text: 'text' },
  'an object without a prototype': Object.create(null),
  'a list': [],
  'a list of lists': [[]],
  'a list of objects': [{ rule: 'rule', problems: [] }],
  'a Map': new Map([['read', 'Read']]),
  'a Set': new Set(['read']),
  'a Date': new Date(0),
  'a RegExp': /a/,
  'an Error': new Error('text'),
  'a Promise': Promise.resolve('text'),
  'an instance of another class': new Foreign(),
  'a boxed text': Object('text'),
  'a function': () => 'text',
  'a class': Foreign,
  'a symbol': Symbol('text'),
};

export type TypeName = keyof typeof VALUES_OF_ALL_TYPES;

/** The types of plain objects. */
export const RECORDS: TypeName[] = ['an object', 'an object that looks like a problem', 'an object without a prototype'];
