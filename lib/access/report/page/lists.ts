/** The part of the page's script that draws lists of statements, and the reasons of a cell. */
export const LISTS = String.raw`
/** @returns {any} */
function find(id) {
  return document.getElementById(id);
}

/** Makes an element. Texts are never read as HTML. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, String(value)));
  made.append(...children);
  return made;
}

function groupBy(list, keyOf) {
  const groups = new Map();
  list.forEach((one) => groups.has(keyOf(one)) ? groups.get(keyOf(one)).push(one) : groups.set(keyOf(one), [one]));
  return groups;
}

/** A text of a definition, which does not change the direction of the text around it. */
function nameOf(text) {
  return element('bdi', {}, text);
}

function scopeOf(scope) {
  return scope === null ? element('em', {}, OTHER) : element('code', { dir: 'auto' }, scope);
}

function titleOf({ name, address, party }) {
  return [name, ...[address, party].filter((text) => text !== undefined && text !== name)].join('\n');
}

function chipOf({ letter, isUnknown, hasConditions }, isFaint) {
  const look = (isUnknown ? ' unknown' : isFaint ? ' faint' : '') + (hasConditions ? ' bound' : '');
  const label = WORDS[letter] + (isUnknown ? ' (unknown)' : hasConditions ? ' (with conditions)' : '');
  return element('span', { 'class': 'chip ' + CLASSES[letter] + look, 'role': 'img', 'aria-label': label, 'title': label }, letter + (isUnknown ? '?' : ''));
}

/** A sentence: what stands between single quotes is a name. */
function sentenceOf(text) {
  return text.split(/'([^']+)'/).map((part, index) => (index % 2 === 1 ? element('code', { dir: 'auto' }, part) : part));
}

function audienceOf({ letter, role }) {
  return [WORDS[letter], ...(role === undefined ? [] : [' ', nameOf(role.name)])];
}

/** A list of names that are not sentences. */
function namesOf(nodes) {
  return element('ul', { class: 'names' }, ...nodes.map((node) => element('li', {}, node)));
}

function answerOf({ isUnknown }) {
  return element('span', { class: isUnknown ? 'answer unknown' : 'answer yes' }, isUnknown ? 'unknown' : 'yes');
}

function conditionsOf({ unless }) {
  return unless.length === 0 ? [] : [element('ul', {}, ...unless.map((condition) => element('li', {}, ...sentenceOf(condition))))];
}

function addressOf({ address }) {
  return address === undefined ? [] : [element('code', { class: 'address' }, address)];
}

function drawList(selection) {
  const [through, direct] = [true, false].map((isPath) => selection.statements.filter((one) => one.through.length > 0 === isPath));
  const section = ([api, statements]) => element('section', {},
    element('h3', {}, nameOf(api.name), ...(api.identifier === undefined || api.identifier === api.name ? [] : [element('span', { class: 'id' }, nameOf(api.identifier))])),
    element('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': (statements[0].through.length > 0 ? 'Through other applications: ' : '') + api.name }, tableOf(statements, selection)));
  find('list').replaceChildren(
    ...(direct.length === 0 ? [] : [element('h2', {}, 'Direct access'), ...Array.from(groupBy(direct, ({ api }) => api), section)]),
    ...(through.length === 0 ? [] : [element('h2', {}, 'Through other applications'), ...Array.from(groupBy(through, ({ api }) => api), section)]),
    ...(selection.statements.length === 0 ? [element('p', {}, 'No application may get a scope.')] : []),
  );
}

function tableOf(statements, { clientsOf, scopesOf }) {
  const isPath = statements[0].through.length > 0;
  const heads = ['Application', 'For', 'Scopes', 'Answer', 'Because', 'Conditions', ...(isPath ? ['Through'] : [])];
  const row = (one) => [
    namesOf(clientsOf(one).map(({ name }) => nameOf(name))), audienceOf(one), namesOf(scopesOf(one).map(scopeOf)), answerOf(one),
    [...sentenceOf(one.because), ...addressOf(one)], conditionsOf(one), ...(isPath ? [namesOf(one.through.map(nameOf))] : []),
  ];
  return element('table', {},
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...statements.map((one) => element('tr', {}, ...row(one).map((cell, index) =>
      element(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, ...[cell].flat()))))));
}

function openDetails(api, scope, column, statements) {
  const term = (title, content) => (content.length === 0 ? [] : [element('dt', {}, title), element('dd', {}, ...content)]);
  const article = (one) => element('article', {},
    element('h3', {}, chipOf(marksOf([one])[0], false), ' ', element('span', {}, 'for ', ...audienceOf(one)), ' ', answerOf(one)),
    element('dl', {},
      ...term(one.clients.length === 1 ? 'Application' : 'Applications', column.kind === 'role' ? [namesOf(one.clients.map(({ name }) => nameOf(name)))] : []),
      ...term(one.isUnknown ? 'Unknown because' : 'Because', sentenceOf(one.because)),
      ...term('Conditions', conditionsOf(one)),
      ...term('Address', addressOf(one)),
      ...term('Through', one.through.length === 0 ? [] : [namesOf(one.through.map(nameOf))])));
  const [through, direct] = [true, false].map((isPath) => statements.filter((one) => one.through.length > 0 === isPath));
  find('what').replaceChildren(scopeOf(scope), ' of ', nameOf(api.name));
  find('who').replaceChildren(column.kind === 'role' ? 'users with the role ' : (column.party === undefined ? '' : column.party + ' ') + 'application ', nameOf(column.name),
    ...(column.address === undefined || column.address === column.name ? [] : [' ', element('code', { class: 'address' }, column.address)]));
  find('reasons').replaceChildren(
    ...direct.map(article),
    ...(through.length === 0 ? [] : [element('h2', {}, 'Through other applications'), ...through.map(article)]),
    ...(statements.length === 0 ? [element('p', {}, 'Not allowed: nothing in the definition gives it, or the filter leaves it out.')] : []),
  );
  find('details').showModal();
  find('reasons').scrollTop = 0;
}
`;
