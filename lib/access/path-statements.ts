import type { AccessIndex } from './access-index';
import type { ClientKey } from './keys';
import { push } from './maps';
import { alongPath, OnBehalfOf, Path } from './on-behalf-of';
import type { Statement } from './statements';

/** What applications reach for users through other applications, by on-behalf-of token exchange. */
export interface PathStatement extends Statement {
  /** The names of the APIs on the way. */
  readonly through: readonly string[];
}

/** Returns every statement about access through other applications. `direct` has those about direct access. */
export function pathStatementsOf(index: AccessIndex, direct: readonly Statement[]): PathStatement[] {
  const onBehalfOf = new OnBehalfOf(index);
  const groups = new Map<string, { readonly path: Path; readonly clients: ClientKey[] }>();
  const ends = new Map<ClientKey, number>();
  for (const client of index.clients) {
    for (const path of onBehalfOf.pathsFrom(client)) {
      const { to, through, verdict } = path;
      ends.set(to.client, ends.get(to.client) ?? ends.size);
      const name = JSON.stringify([ends.get(to.client), through, verdict]);
      const group = groups.get(name) ?? { path, clients: [] };
      groups.set(name, group);
      group.clients.push(client);
    }
  }
  const ofEnd = new Map<ClientKey, Statement[]>();
  for (const statement of groups.size === 0 ? [] : direct) {
    statement.clients.filter((client) => statement.subject === 'user' && ends.has(client)).forEach((client) => push(ofEnd, client, statement));
  }
  return Array.from(groups.values()).flatMap(({ path, clients }) =>
    (ofEnd.get(path.to.client) ?? []).filter(({ api }) => api !== path.to.api).map((last) =>
      ({ ...last, clients, through: path.through, verdict: alongPath(path, index.about(path.to.client, last.verdict)) })));
}
