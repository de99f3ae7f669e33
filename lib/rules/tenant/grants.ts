import { isKnown, knownOrUndefined } from '../../schema/value';
import type { Declaration, Grant, Subject, Tenant } from '../../tenant/tenant';
import { anyOf, quote } from '../../util/text';
import { defineRules } from '../rule';
import { groupsOf, reportRepeats } from './repeats';

const GRANTS = 'https://auth0.com/docs/get-started/applications/application-access-to-apis-client-grants';
const SUBJECTS: readonly string[] = ['client', 'user', 'anonymous_user'];

const apiOf = ({ api }: Grant) => api.key;
const subjectOf = ({ subject }: Grant) => subject;

/** The rules that compare grants with each other and with their API. */
export const GRANT_RULES = defineRules<Tenant, Declaration>([
  {
    id: 'audience-by-id',
    severity: 'error',
    attributes: 'auth0_client_grant.audience',
    summary: 'Must be the identifier of the API, not its id.',
    see: 'https://auth0.com/docs/api/management/v2/client-grants/post-client-grants',
    check: ({ grants }, { report }) => {
      for (const grant of grants) {
        if (grant.api.byId) {
          report(grant, 'must refer to its API by the identifier, but the id was given');
        }
      }
    },
  },
  {
    id: 'duplicate-tuple',
    severity: 'error',
    alsoWarns: true,
    canBeAcknowledged: true,
    attributes: 'auth0_client_grant.client_id, auth0_client_grant.audience, auth0_client_grant.subject_type',
    summary: 'An application must have one grant for an API and a subject type: otherwise each apply undoes one of them. Two equal grants are a warning.',
    see: GRANTS,
    check: ({ grants }, context) =>
      reportRepeats(
        groupsOf(grants.filter(({ client }) => client), apiOf, ({ client }) => client!.key, subjectOf),
        context,
        (grant, first) =>
          grant.definition === first.definition
            ? `repeats the grant ${quote(first.title)}`
            : `grants the same application access to the same API as ${quote(first.title)}, but with other settings: make it one grant`,
        (grant, first) => (grant.definition === first.definition ? 'warning' : 'error'),
      ),
  },
  {
    id: 'default-for-duplicate',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: 'auth0_client_grant.default_for, auth0_client_grant.audience, auth0_client_grant.subject_type',
    summary: 'Must be one default grant for an API and a subject type.',
    see: GRANTS,
    check: ({ grants }, context) =>
      reportRepeats(
        groupsOf(grants.filter(({ client }) => !client), apiOf, ({ defaultFor }) => defaultFor, subjectOf),
        context,
        (_, first) => `is a second default grant beside ${quote(first.title)}, for the same API and subject type: make it one grant`,
      ),
  },
  {
    id: 'grant-under-deny-all',
    severity: 'warning',
    attributes: 'auth0_client_grant.subject_type, auth0_resource_server.subject_type_authorization',
    summary: 'Has no effect where the API denies all tokens of that subject type, as the My Account API does for clients.',
    see: 'https://auth0.com/docs/get-started/apis/api-access-policies-for-applications',
    check: ({ grants }, { report }) => {
      for (const grant of grants) {
        const { subject, api: { api } } = grant;
        if (!api || typeof subject !== 'string' || !SUBJECTS.includes(subject)) {
          continue;
        }
        // the client policy of the My Account API cannot be changed
        const isDenied = subject === 'client' && api.system?.name === 'my-account';
        if (isDenied || api.policyFor(subject as Subject) === 'deny_all') {
          report(grant, `is for the subject type ${quote(subject)}, for which ${quote(api.title)} denies all tokens: remove the grant, or change the policy`);
        }
      }
    },
  },
  {
    id: 'authz-types-registered',
    severity: 'warning',
    attributes: 'auth0_client_grant.authorization_details_types, auth0_resource_server.authorization_details',
    summary: 'Should be registered on the API.',
    see: 'https://auth0.com/docs/get-started/apis/configure-rich-authorization-requests',
    check: ({ grants }, { report }) => {
      for (const grant of grants) {
        const types = knownOrUndefined(grant.authorizationDetailsTypes) ?? [];
        const { api } = grant.api;
        const entries = types.length > 0 ? knownOrUndefined(api?.authorizationDetails) : undefined;
        if (!entries?.every((entry) => isKnown(entry) && (entry.type === undefined || isKnown(entry.type)))) {
          continue;
        }
        const registered = entries.map((entry) => knownOrUndefined(entry)?.type).filter(isKnown);
        const known = registered.length > 0 ? ` (it has ${anyOf(registered)})` : '';
        types.filter((type) => isKnown(type) && !registered.includes(type)).forEach((type) =>
          report(grant, `names the authorization details type ${quote(String(type))}, which ${quote(api!.title)} has not registered${known}`),
        );
      }
    },
  },
]);
