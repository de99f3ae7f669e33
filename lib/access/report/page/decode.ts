/** The part of the page's script that turns `PageData` back into a report. */
export const DECODE = String.raw`
function decode(data) {
  const texts = [];
  for (let at = 0, last = ''; at < data.texts.length; at += 2) {
    texts.push(last = last.slice(0, data.texts[at]) + data.texts[at + 1]);
  }
  // an API has an identifier, and an application may be a first-party or a third-party one
  const entity = (kind) => ([name, address, more]) => {
    const known = { kind, name: texts[name], address: texts[address], [kind === 'api' ? 'identifier' : 'party']: texts[more] };
    return { ...known, search: [known.name, known.address, texts[more]].join(' ').toLowerCase() };
  };
  const apis = data.apis.map((one) => {
    const api = entity('api')(one);
    const scopes = [...one[3].map((scope) => texts[scope]), ...(one[4] ? [null] : [])];
    return { ...api, rows: scopes.map((scope) => ({ scope, search: api.search + ' ' + (scope ?? '').toLowerCase() })) };
  });
  const [clients, roles] = [data.clients.map(entity('client')), data.roles.map(entity('role'))];
  const groups = data.groups.map((group) => group.map((client) => clients[client]));
  const sentence = (at, role) => data.sentences[at].map((part) => (part < 0 ? role.name : texts[part])).join("'");
  let last = [];
  const statements = data.statements.split(';').filter(Boolean).map((line) => {
    const [api, group, kind, scopes, ground] = last = line.split(',').map((number, index) => (number === '' ? last[index] : parseInt(number, 36)));
    const [letter, roleAt, unknown] = data.kinds[kind];
    const [because, unless, address, through] = data.grounds[ground];
    const role = roles[roleAt];
    return {
      api: apis[api],
      clients: groups[group],
      letter,
      role,
      isUnknown: unknown === 1,
      rows: data.scopes[scopes].map((scope) => apis[api].rows.at(scope)),
      because: sentence(because, role),
      unless: unless.map((condition) => sentence(condition, role)),
      address: texts[address],
      through: through.map((name) => texts[name]),
    };
  });
  return { apis, clients, roles, statements };
}
`;
