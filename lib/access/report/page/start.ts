/** The part of the page's script that begins: it reads the data, draws the page, and listens to the controls. */
export const START = String.raw`
const { data, letters, other: OTHER } = JSON.parse(find('data').textContent);
const WORDS = Object.fromEntries(letters.map(([letter, , words]) => [letter, words]));
const CLASSES = Object.fromEntries(letters.map(([letter, className]) => [letter, className]));
const model = withNames(decode(data));
let selection;
/** The width of A4 without its margins. */
const PAPER_WIDTH = 680;

/**
 * Adds what the heads of the columns show: the last part of a name, if no other has it. And how many marks the cells of a column
 * may have.
 */
function withNames(decoded) {
  for (const list of [decoded.clients, decoded.roles]) {
    const last = ({ name }) => name.split('/').pop().replace(/^auth0_\w+\./, '');
    const same = groupBy(list, last);
    list.forEach((one) => { one.short = same.get(last(one)).length === 1 ? last(one) : one.name; });
  }
  const most = new Map();
  groupBy(decoded.statements, ({ api }) => api).forEach((statements) => {
    const letters = new Map();
    const add = (column, letter) => {
      letters.has(column) || letters.set(column, new Set());
      most.set(column, Math.max(most.get(column) ?? 1, letters.get(column).add(letter).size));
    };
    statements.forEach((one) => {
      const letter = letterIn(one);
      one.clients.forEach((client) => add(client, letter));
      (one.letter === 'U' ? decoded.roles : one.role === undefined ? [] : [one.role]).forEach((role) => add(role, letter));
    });
  });
  return { ...decoded, most };
}

function count(number, total, noun) {
  return number.toLocaleString('en') + (number === total ? '' : ' of ' + total.toLocaleString('en')) + ' ' + noun + (total === 1 ? '' : 's');
}

function isList() {
  return find('as-list').checked;
}

/** Draws what the controls ask for. */
function draw() {
  const values = (id, all) => (find(id)?.value ? find(id).value.split(' ') : all);
  selection = select(model, {
    api: find('api').value,
    who: find('client').value,
    letters: values('for', ['I', 'U', 'R', 'P', 'A']),
    answers: values('answer', ['yes', 'unknown']),
    ways: values('way', ['direct', 'through']),
    columns: values('columns', ['client', 'role']),
    isShort: find('short').checked,
  });
  const { rows, columns, statements } = selection;
  const kinds = [['client', model.clients, 'application'], ['role', model.roles, 'role']].map(([kind, all, noun]) =>
    count(columns.filter((column) => column.kind === kind).length, all.length, noun));
  const total = model.apis.reduce((sum, api) => sum + api.rows.length, 0);
  find('count').textContent = [count(rows.size, total, 'scope'), ...kinds, count(statements.length, model.statements.length, 'statement')].join(', ');
  const isEmpty = rows.size === 0 || columns.length === 0;
  find('as-table').hidden = isList() || isEmpty;
  find('list').hidden = !isList() || isEmpty;
  find('nothing').hidden = !isEmpty;
  isList() ? drawList(selection) : !isEmpty && drawMatrix(selection);
}

let isAsked = false;
function ask() {
  if (!isAsked) {
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  }
}

find('app').hidden = false;
find('app').addEventListener('input', ask);
find('controls').addEventListener('submit', (event) => event.preventDefault());
find('controls').addEventListener('reset', () => setTimeout(ask));
find('matrix').addEventListener('click', onClick);
find('matrix').addEventListener('keydown', onKey);
find('matrix').addEventListener('mouseover', onPointer);
find('details').addEventListener('click', ({ target }) => target === find('details') && find('details').close());
// paper has no cells to click, so it has the list; and the matrix, if it is narrow enough
addEventListener('beforeprint', () => {
  drawList(selection);
  const zoom = PAPER_WIDTH / find('matrix').offsetWidth;
  const isNarrow = !find('as-table').hidden && zoom > 0.5;
  document.body.classList.toggle('narrow', isNarrow);
  if (isNarrow) {
    grid.parts.forEach(fill);
    find('matrix').style.zoom = String(Math.min(1, zoom));
  }
});
addEventListener('afterprint', () => { find('matrix').style.zoom = ''; });
draw();
`;
