import type { EntityJson, PathJson, StatementJson } from './model';

/** The text for the scopes that the definition does not name. */
export const OTHER_SCOPES_TEXT = '(other scopes)';

/** Describes what the tokens are for: 'for users with the role 'stack/Clerk''. */
export function audienceOf({ subject, users, role }: Pick<StatementJson, 'subject' | 'users' | 'role'>, name: (role: string) => string): string {
  if (subject === 'client') {
    return 'itself';
  }
  if (subject === 'anonymous_user') {
    return 'anonymous users';
  }
  return users === 'with_role' ? `users with the role ${name(role!)}` : users === 'with_permission' ? 'users with the permission' : 'every user';
}

/** Formats a number with its noun. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Groups statements by API, in the order of the APIs. Those without statements are left out. */
export function byApi<T extends StatementJson | PathJson, A extends EntityJson>(apis: readonly A[], statements: readonly T[]): Array<[A, T[]]> {
  const lists = new Map<string, T[]>();
  for (const statement of statements) {
    const list = lists.get(statement.api);
    if (list) {
      list.push(statement);
    } else {
      lists.set(statement.api, [statement]);
    }
  }
  return apis.flatMap((api): Array<[A, T[]]> => {
    const list = lists.get(api.name);
    return list ? [[api, list]] : [];
  });
}
