/** The members of an object in SARIF 2.1.0 that we write: `!` is required, and a list stands for the allowed values. */
interface Shape {
  readonly [member: string]: Shape | 'string' | 'uri' | 'positive' | 'index' | readonly string[] | readonly [Shape] | 'strings';
}

const LEVELS = ['none', 'note', 'warning', 'error'];
const MESSAGE: Shape = { '!text': 'string' };

/** A part of https://json.schemastore.org/sarif-2.1.0.json, which has 90 kB. Every object there is closed. */
const SARIF: Shape = {
  '$schema': 'uri',
  '!version': ['2.1.0'],
  '!runs': [{
    '!tool': {
      '!driver': {
        '!name': 'string',
        'version': 'string',
        'informationUri': 'uri',
        'rules': [{ '!id': 'string', '!shortDescription': MESSAGE, '!fullDescription': MESSAGE, '!help': MESSAGE, 'helpUri': 'uri', 'defaultConfiguration': { level: LEVELS } }],
      },
    },
    'results': [{
      'ruleId': 'string',
      'ruleIndex': 'index',
      'level': LEVELS,
      '!message': MESSAGE,
      'locations': [{
        physicalLocation: { artifactLocation: { uri: 'uri' }, region: { startLine: 'positive' } },
        logicalLocations: [{ fullyQualifiedName: 'string', kind: 'string' }],
      }],
      'partialFingerprints': 'strings',
      'suppressions': [{ '!kind': ['inSource', 'external'], 'status': ['accepted', 'underReview', 'rejected'], 'justification': 'string' }],
    }],
  }],
};

/** Returns what in a document breaks the schema of SARIF 2.1.0, and what GitHub requires beside it. */
export function sarifProblems(document: any): string[] {
  const problems = problemsIn(document, SARIF, '$');
  for (const { tool, results } of document.runs) {
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
    problems.push(...ids.filter((id: string, index: number) => ids.indexOf(id) !== index).map((id: string) => `${id} is there twice`));
    for (const { ruleId, ruleIndex, locations } of results) {
      problems.push(...(ids[ruleIndex] === ruleId ? [] : [`${ruleId} is not rule ${ruleIndex}`]));
      problems.push(...(locations.length > 0 ? [] : [`${ruleId} has no place`]));
    }
  }
  return problems;
}

function problemsIn(value: any, shape: Shape[string], place: string): string[] {
  if (Array.isArray(shape) && typeof shape[0] === 'object') {
    return Array.isArray(value) ? value.flatMap((item, index) => problemsIn(item, shape[0] as Shape, `${place}[${index}]`)) : [`${place} is no list`];
  }
  if (Array.isArray(shape)) {
    return shape.includes(value) ? [] : [`${place} is ${value}`];
  }
  switch (shape) {
    case 'string': return typeof value === 'string' && value !== '' ? [] : [`${place} is no text`];
    case 'uri': return typeof value === 'string' && /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(value) ? [] : [`${place} is no URI: ${value}`];
    case 'positive': return Number.isInteger(value) && value > 0 ? [] : [`${place} is ${value}`];
    case 'index': return Number.isInteger(value) && value >= 0 ? [] : [`${place} is ${value}`];
    case 'strings': return Object.values(value).every((one) => typeof one === 'string') ? [] : [`${place} has other values than texts`];
  }
  const members = Object.entries(shape as Shape).map(([name, member]) => [name.replace('!', ''), name.startsWith('!'), member] as const);
  const known = members.map(([name]) => name);
  return [
    ...Object.keys(value).filter((name) => !known.includes(name)).map((name) => `${place}.${name} is unknown`),
    ...members.flatMap(([name, isRequired, member]) =>
      value[name] === undefined ? (isRequired ? [`${place}.${name} is missing`] : []) : problemsIn(value[name], member, `${place}.${name}`)),
  ];
}
