import { tenantWith } from './tenant';
import { reportOf } from '../../lib/access/report/build';
import type { AccessReportJson } from '../../lib/access/report/model';

/** Names that are markup, formulas, or end a line or a text somewhere. */
export const HOSTILE = [
  '=HYPERLINK("https://evil.example.com")', '+1', '@SUM(A1)', '-2', '\t=1', '%0A', 'a|b', 'a`b``c', 'a\\|b', '<img src=x onerror=alert(1)>',
  '</code><script>x</script>', 'line\nbreak', 'carriage\rreturn', '\u202egnp', '\u001b[31mred', '"]; click a "javascript:x"', '**bold**', '[a](https://evil)',
  "quote' @someone 'x", 'a, b', ' space ', '#123', '```', '&lt;b&gt;', '$x$', '| x |', '\u2028', 'end', 'a"b',
];

const withEach = (names: readonly string[], key: string, item: (name: string) => object) =>
  Object.fromEntries(names.map((name, index) => [index === 0 ? key : `${key}${index}`, item(name)]));

/** A definition in which identifiers, client ids, roles and scopes are hostile. */
export const hostileReport = (...names: string[]): AccessReportJson => reportOf(tenantWith({
  auth0_resource_server: withEach(names, 'a', (identifier) => ({ identifier, enforce_policies: true })),
  auth0_resource_server_scopes: withEach(names, 'a', (name) => ({ resource_server_identifier: name, scopes: [{ name }] })),
  auth0_client_grant: {
    ...withEach(names, 'own', (name) => ({ audience: name, client_id: name, subject_type: 'user', scopes: [name] })),
    ...withEach(names, 'elsewhere', (name) => ({ audience: `other ${name}`, client_id: name, subject_type: 'client', scopes: [name] })),
  },
  auth0_role_permissions: withEach(names, 'p', (name) => ({ role_id: name, permissions: [{ name, resource_server_identifier: name }] })),
}));
