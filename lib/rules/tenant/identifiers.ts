import { isKnown } from '../../schema/value';
import { mayExcludeEachOther } from '../../tenant/existence';
import type { Declaration, Tenant } from '../../tenant/tenant';
import { quote } from '../../util/text';
import { defineRules } from '../rule';
import { groupsOf, reportRepeats } from './repeats';

/** The rules that compare the identifiers of APIs. */
export const IDENTIFIER_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'identifier-unique',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: 'auth0_resource_server.identifier',
    summary: 'Must be unique among the APIs of a stack and a provider.',
    see: 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers',
    check: ({ apis }, context) => {
      const defined = apis.filter(({ kind }) => kind === 'defined');
      reportRepeats(groupsOf(defined, ({ key }) => key), context, ({ identifier }, first) =>
        `has the same identifier as ${quote(first.title)}: ${quote(String(identifier))}`,
      );
    },
  },
  {
    id: 'identifier-slash-twins',
    severity: 'warning',
    attributes: 'auth0_resource_server.identifier, auth0_client_grant.audience',
    summary: 'Should not differ from another only in the slash at the end: they are two APIs.',
    see: 'https://auth0.com/docs/get-started/auth0-overview/set-up-apis',
    check: ({ apis, grants }, { report }) => {
      const keyOf = ({ stack, resource }: Declaration, key: string) => `${stack}\n${String(resource.provider)}\n${key}`;
      const defined = apis.filter(({ kind }) => kind === 'defined');
      const owners = new Map(defined.map((api) => [keyOf(api, String(api.key)), api]));
      const withTwins: Array<readonly [Declaration, string]> = [
        ...defined.filter(({ key }) => isKnown(key) && key.endsWith('/')).map((api) => [api, api.key as string] as const),
        ...grants.filter(({ api }) => isKnown(api.key) && !api.api).map((grant) => [grant, grant.api.key as string] as const),
      ];
      for (const [declaration, key] of withTwins) {
        const twin = owners.get(keyOf(declaration, key.endsWith('/') ? key.slice(0, -1) : `${key}/`));
        if (twin && !mayExcludeEachOther(twin, declaration)) {
          report(
            declaration,
            `has an identifier that differs from that of ${quote(twin.title)} only in the slash at the end: Auth0 treats them as two APIs`,
          );
        }
      }
    },
  },
]);
