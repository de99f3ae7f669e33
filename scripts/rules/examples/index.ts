import { ACCESS_POLICIES } from './access-policies';
import { BETWEEN_RESOURCES } from './between-resources';
import { CLIENT_GRANTS } from './client-grants';
import { CONSENT } from './consent';
import { CUSTOM_CLAIMS } from './custom-claims';
import { EVERY_VALUE } from './every-value';
import { Group } from './example';
import { EXISTING_THINGS } from './existing-things';
import { IDENTIFIER_AND_NAME } from './identifier-and-name';
import { LIFETIMES } from './lifetimes';
import { PROVIDER } from './provider';
import { ROLES } from './roles';
import { SCOPES } from './scopes';
import { SENDER_CONSTRAINING } from './sender-constraining';
import { SIGNING_AND_DIALECT } from './signing-and-dialect';
import { SYSTEM_APIS } from './system-apis';
import { TOKEN_ENCRYPTION } from './token-encryption';

export { type Example, type Group, PREAMBLE, type Sides } from './example';

/** The groups of rules in the order of RULES.md, by the names of their pages in docs/checks. */
export const GROUPS: Readonly<Record<string, Group>> = {
  'identifier-and-name': IDENTIFIER_AND_NAME,
  'signing-and-dialect': SIGNING_AND_DIALECT,
  'lifetimes': LIFETIMES,
  'consent-and-authorization-details': CONSENT,
  'token-encryption': TOKEN_ENCRYPTION,
  'sender-constraining': SENDER_CONSTRAINING,
  'who-may-ask': ACCESS_POLICIES,
  'custom-claims': CUSTOM_CLAIMS,
  'scopes': SCOPES,
  'auth0-apis': SYSTEM_APIS,
  'client-grants': CLIENT_GRANTS,
  'roles': ROLES,
  'between-resources': BETWEEN_RESOURCES,
  'provider': PROVIDER,
  'existing-things': EXISTING_THINGS,
  'every-value': EVERY_VALUE,
};
