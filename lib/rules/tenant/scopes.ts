import { isKnown } from '../../schema/value';
import type { Declaration, Tenant } from '../../tenant/tenant';
import { quote } from '../../util/text';
import { defineRules } from '../rule';
import { groupsOf, reportClashes, reportRepeats } from './repeats';

const ONE_OWNER = 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server_scopes';

/** The rules that compare the resources that manage the scopes of APIs. */
export const SCOPE_OWNER_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'scopes-two-owners',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: 'auth0_resource_server_scopes.resource_server_identifier',
    summary: 'Must be given in one resource: each owns the whole list of an API.',
    see: ONE_OWNER,
    check: ({ scopeLists }, context) =>
      reportRepeats(groupsOf(scopeLists, ({ api }) => api.key), context, (_, first) =>
        `manages the scopes of the same API as ${quote(first.title)}: keep one auth0_resource_server_scopes for each API`,
      ),
  },
  {
    id: 'scopes-mixed-resources',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: 'auth0_resource_server_scopes, auth0_resource_server_scope',
    summary: 'Must be managed as a whole or one by one, not both: each apply would undo the other.',
    see: ONE_OWNER,
    check: ({ scopeLists, singleScopes }, context) =>
      reportClashes(singleScopes, scopeLists, ({ api }) => api.key, context, (other) =>
        `manages one scope of an API whose scopes ${quote(other.title)} manages as a whole: put it there`,
      ),
  },
  {
    id: 'single-scope-duplicate',
    severity: 'error',
    attributes: 'auth0_resource_server_scope',
    summary: 'A scope must not have two descriptions.',
    see: ONE_OWNER,
    check: ({ singleScopes }, context) => {
      const described = singleScopes.filter(({ description }) => description === undefined || isKnown(description));
      const repeated = groupsOf(described, ({ api }) => api.key, ({ name }) => name);
      const differing = repeated.map(([first, ...others]) => [
        first,
        ...others.filter(({ description }) => description !== first.description),
      ]);
      reportRepeats(differing, context, ({ name }, first) =>
        `gives scope ${quote(String(name))} a different description than ${quote(first.title)} does: use one description`,
      );
    },
  },
  {
    id: 'scopes-by-id-not-identifier',
    severity: 'error',
    attributes: 'auth0_resource_server_scopes.resource_server_identifier',
    summary: 'Must be the identifier of the API, not its id: Terraform would replace the scopes at each apply.',
    see: 'https://github.com/auth0/terraform-provider-auth0/issues/687',
    check: ({ scopeLists }, { report }) => {
      for (const declaration of scopeLists) {
        if (declaration.api.byId) {
          report(declaration, 'must refer to its API by the identifier, but the id was given');
        }
      }
    },
  },
]);
