/**
 * The part of the page's script that draws the matrix. Only the APIs near what can be seen have cells, so that a large tenant
 * is drawn as fast as a small one.
 */
export const MATRIX = String.raw`
const [HEAD_ROWS, API_HEIGHT, ROW_HEIGHT] = [2, 36, 30];
const grid = { selection: undefined, parts: new Map(), lines: [], row: 0, column: 0 };
const observer = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
  const part = grid.parts.get(target);
  isIntersecting ? fill(part) : part !== grid.lines[grid.row].part && clear(part);
}), { root: find('scroll'), rootMargin: '600px 0px' });

function drawMatrix(selection) {
  observer.disconnect();
  Object.assign(grid, { selection, parts: new Map(), lines: [], row: 0, column: 0 });
  const { columns, rows, statements } = selection;
  const byApi = groupBy(statements, ({ api }) => api);
  for (const api of model.apis) {
    const lines = api.rows.filter((row) => rows.has(row));
    if (lines.length > 0) {
      const [start, body] = [grid.lines.length, element('tbody')];
      const part = { body, api, lines, statements: byApi.get(api) ?? [], start, first: HEAD_ROWS + 1 + start + grid.parts.size, isFilled: true };
      grid.parts.set(body, part);
      grid.lines.push(...lines.map((row) => ({ part, row })));
      clear(part);
    }
  }
  const table = find('matrix');
  table.replaceChildren(columnsFor(columns), headFor(columns), ...grid.parts.keys());
  table.setAttribute('aria-rowcount', String(HEAD_ROWS + grid.lines.length + grid.parts.size));
  table.setAttribute('aria-colcount', columns.length + 1);
  Array.from(grid.parts.values()).slice(0, 1).forEach(fill);
  grid.parts.forEach((_, body) => observer.observe(body));
}

function columnsFor(columns) {
  const widths = columns.map((column) => 16 + 21 * (model.most.get(column) ?? 1));
  const free = find('result').clientWidth - 2;
  const needed = widths.reduce((sum, width) => sum + width, 0);
  const first = Math.round(Math.max(Math.min(400, free - needed), Math.min(260, free * 0.45)));
  const more = Math.max(0, Math.min(24, Math.floor((free - first - needed) / columns.length)));
  const all = [first, ...widths.map((width) => width + more)];
  find('matrix').style.width = all.reduce((sum, width) => sum + width, 0) + 'px';
  find('scroll').style.setProperty('--first', first + 'px');
  find('scroll').style.setProperty('--head', Math.min(150, Math.max(70, ...columns.map(({ short }) => short.length * 7.5))) + 20 + 'px');
  return element('colgroup', {}, ...all.map((width) => {
    const col = element('col');
    col.style.width = width + 'px';
    return col;
  }));
}

function headFor(columns) {
  const groups = [['client', 'Applications'], ['role', 'Roles']].map(([kind, title]) => [title, columns.filter((column) => column.kind === kind).length]);
  return element('thead', {},
    element('tr', { 'aria-rowindex': 1 }, element('th', { scope: 'col', rowspan: 2, class: 'corner' }, 'API and scope'),
      ...groups.filter(([, count]) => count > 0).map(([title, count]) => element('th', { scope: 'colgroup', colspan: count }, element('span', {}, title)))),
    element('tr', { 'aria-rowindex': 2 }, ...columns.map((column, index) =>
      element('th', { 'class': column.kind, 'scope': 'col', 'title': titleOf(column), 'aria-label': column.name, 'aria-colindex': index + 2 }, element('span', { dir: 'auto' }, column.short)))));
}

/** Draws the cells of an API. */
function fill(part) {
  if (part.isFilled) {
    return;
  }
  part.isFilled = true;
  const { columns, columnsOf } = grid.selection;
  const positions = new Map(columns.map((column, index) => [column, index]));
  const lines = new Map(part.lines.map((row) => [row, columns.map(() => [])]));
  for (const one of part.statements) {
    const own = columnsOf(one).map((column) => positions.get(column));
    one.rows.forEach((row) => own.forEach((position) => lines.get(row)?.[position].push(one)));
  }
  const { api, body, first, start } = part;
  const identifier = api.identifier === undefined || api.identifier === api.name ? [] : [element('span', { class: 'id' }, nameOf(api.identifier))];
  body.replaceChildren(
    element('tr', { 'class': 'api', 'aria-rowindex': first },
      element('th', { scope: 'rowgroup', colspan: columns.length + 1 }, element('div', {}, nameOf(api.name), ...identifier))),
    ...Array.from(lines, ([{ scope }, cells], index) => element('tr', { 'aria-rowindex': first + 1 + index },
      element('th', { scope: 'row', title: scope ?? OTHER }, scopeOf(scope)),
      ...cells.map((statements, position) => cellFor(statements, columns[position], position)))),
  );
  if (grid.lines[grid.row].part === part && columns.length > 0) {
    body.rows[grid.row - start + 1].cells[grid.column + 1].tabIndex = 0;
  }
}

/** Puts an empty space in the place of the cells of an API. */
function clear(part) {
  if (part.isFilled) {
    part.isFilled = false;
    const space = element('td', { colspan: grid.selection.columns.length + 1 });
    space.style.height = API_HEIGHT + part.lines.length * ROW_HEIGHT + 'px';
    part.body.replaceChildren(element('tr', { class: 'space' }, space));
  }
}

function cellFor(statements, column, position) {
  const marks = statements.length === 0 ? [] : marksOf(statements);
  return element('td', { 'class': column.kind, 'aria-colindex': position + 2 },
    ...marks.map((mark) => chipOf(mark, column.kind === 'role' && mark.letter === 'U')));
}

function cellAt(row, column) {
  const { part } = grid.lines[row];
  fill(part);
  return part.body.rows[row - part.start + 1].cells[column + 1];
}

function moveTo(row, column) {
  cellAt(grid.row, grid.column).tabIndex = -1;
  grid.row = Math.max(0, Math.min(row, grid.lines.length - 1));
  grid.column = Math.max(0, Math.min(column, grid.selection.columns.length - 1));
  const cell = cellAt(grid.row, grid.column);
  cell.tabIndex = 0;
  cell.focus();
}

function openCell() {
  const { part: { api, statements }, row } = grid.lines[grid.row];
  const column = grid.selection.columns[grid.column];
  openDetails(api, row.scope, column, statements.filter((one) => one.rows.includes(row) && grid.selection.columnsOf(one).includes(column)));
}

function onClick({ target }) {
  const cell = target.closest('td');
  const part = cell && grid.parts.get(cell.closest('tbody'));
  if (part?.isFilled) {
    moveTo(part.start + cell.parentNode.sectionRowIndex - 1, cell.cellIndex - 1);
    openCell();
  }
}

function onKey(event) {
  const { row, column } = grid;
  const isAll = event.ctrlKey || event.metaKey;
  const moves = {
    ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
    PageUp: [row - 10, column], PageDown: [row + 10, column], Home: [isAll ? 0 : row, 0], End: [isAll ? Infinity : row, Infinity],
  };
  if (event.key === 'Enter' || event.key === ' ') {
    openCell();
  } else if (moves[event.key]) {
    moveTo(...moves[event.key]);
  } else {
    return;
  }
  event.preventDefault();
}

/** Marks the column under the pointer. */
function onPointer({ target }) {
  const cell = target.closest('tbody td, thead tr + tr th');
  find('matrix').querySelectorAll('col').forEach((col, index) =>
    col.classList.toggle('on', cell !== null && cell.parentNode.className !== 'space' && index === cell.cellIndex + (cell.tagName === 'TH' ? 1 : 0)));
}
`;
