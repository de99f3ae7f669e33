/** The part of the page's script that finds the rows, columns and statements which the reader has asked for. */
export const SELECT = String.raw`
function select(model, filter) {
  const wordsIn = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const [apiWords, whoWords] = [wordsIn(filter.api), wordsIn(filter.who)];
  const matches = (one, words) => words.every((word) => one.search.includes(word));
  const rows = new Set(model.apis.flatMap((api) => api.rows).filter((row) => matches(row, apiWords)));
  const columns = new Set([...model.clients, ...model.roles].filter((one) => filter.columns.includes(one.kind) && matches(one, whoWords)));
  const roles = model.roles.filter((role) => columns.has(role));
  const groups = new Map();
  const clientsOf = ({ clients }) => {
    groups.has(clients) || groups.set(clients, clients.filter((client) => columns.has(client)));
    return groups.get(clients);
  };
  // every user also means users with any role
  const rolesOf = ({ letter, role }) => (letter === 'U' ? roles : columns.has(role) ? [role] : []);
  const statements = model.statements.filter((one) =>
    filter.letters.includes(one.letter) && filter.answers.includes(one.isUnknown ? 'unknown' : 'yes') &&
    filter.ways.includes(one.through.length > 0 ? 'through' : 'direct') &&
    one.rows.some((row) => rows.has(row)) && (clientsOf(one).length > 0 || rolesOf(one).length > 0));
  if (filter.isShort) {
    const reached = new Set(statements.flatMap((one) => [...one.rows, ...rolesOf(one)]));
    new Set(statements.map(clientsOf)).forEach((clients) => clients.forEach((client) => reached.add(client)));
    [rows, columns].forEach((set) => set.forEach((one) => reached.has(one) || set.delete(one)));
  }
  return {
    rows,
    columns: Array.from(columns),
    statements,
    columnsOf: (one) => [...clientsOf(one), ...rolesOf(one)],
    // in a list: the applications that were asked for, or all if a role was
    clientsOf: (one) => (clientsOf(one).length > 0 ? clientsOf(one) : one.clients),
    scopesOf: (one) => one.rows.filter((row) => rows.has(row)).map(({ scope }) => scope),
  };
}

/** The marks of a cell: a letter for each kind of users, and an arrow for what is reached through other applications. */
function marksOf(statements) {
  return Object.keys(WORDS).flatMap((letter) => {
    const own = statements.filter((one) => letterIn(one) === letter);
    const known = own.filter((one) => !one.isUnknown);
    return own.length === 0 ? [] : [{ letter, isUnknown: known.length === 0, hasConditions: known.length > 0 && known.every((one) => one.unless.length > 0) }];
  });
}

function letterIn({ through, letter }) {
  return through.length > 0 ? '→' : letter;
}
`;
