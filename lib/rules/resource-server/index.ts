import { ACCESS_POLICY_RULES } from './access-policies';
import { letterCaseRule } from '../enums';
import { CONSENT_RULES } from './consent';
import { CUSTOM_CLAIM_RULES } from './custom-claims';
import { IDENTIFIER_AND_NAME_RULES } from './identifier-and-name';
import { LIFETIME_RULES } from './lifetimes';
import { SENDER_CONSTRAINING_RULES } from './sender-constraining';
import { SIGNING_RULES } from './signing';
import { SYSTEM_API_RULES } from './system-apis';
import { RESOURCE_SERVER, ResourceServerConfig } from '../../schema/resource-server';
import { defineRules, Rule } from '../rule';
import { SCOPE_RULES } from './scopes';
import { TOKEN_ENCRYPTION_RULES } from './token-encryption';
import { ScopesConfig } from '../../schema/resource-server-scopes';

/** Every rule on `auth0_resource_server`. */
export const RESOURCE_SERVER_RULES = defineRules<ResourceServerConfig>([
  ...IDENTIFIER_AND_NAME_RULES,
  ...SIGNING_RULES,
  ...LIFETIME_RULES,
  ...CONSENT_RULES,
  ...TOKEN_ENCRYPTION_RULES,
  ...SENDER_CONSTRAINING_RULES,
  ...ACCESS_POLICY_RULES,
  ...CUSTOM_CLAIM_RULES,
  letterCaseRule(RESOURCE_SERVER, 'enum-letter-case'),
  ...SYSTEM_API_RULES,
]);

/** Every rule on `auth0_resource_server_scopes`. */
export const RESOURCE_SERVER_SCOPES_RULES: ReadonlyArray<Rule<ScopesConfig>> = SCOPE_RULES;
