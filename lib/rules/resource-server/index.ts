import { ACCESS_POLICY_RULES, ANONYMOUS_USER_POLICY, CLIENT_POLICY, USER_POLICY } from './access-policies';
import { letterCaseRule } from '../enums';
import { CONSENT_POLICY, CONSENT_RULES } from './consent';
import { CUSTOM_CLAIM_RULES } from './custom-claims';
import { IDENTIFIER_AND_NAME_RULES } from './identifier-and-name';
import { LIFETIME_RULES } from './lifetimes';
import {
  PROOF_OF_POSSESSION_MECHANISM,
  PROOF_OF_POSSESSION_REQUIRED_FOR,
  SENDER_CONSTRAINING_RULES,
} from './sender-constraining';
import { SIGNING_ALG, SIGNING_RULES, TOKEN_DIALECT } from './signing';
import { SYSTEM_API_RULES } from './system-apis';
import { ResourceServerConfig } from '../../schema/resource-server';
import { Rule } from '../rule';
import { SCOPE_RULES } from './scopes';
import { ENCRYPTION_ALG, ENCRYPTION_FORMAT, TOKEN_ENCRYPTION_RULES } from './token-encryption';
import { ScopesConfig } from '../../schema/resource-server-scopes';

/** Every rule on `auth0_resource_server`. */
export const RESOURCE_SERVER_RULES: ReadonlyArray<Rule<ResourceServerConfig>> = [
  ...IDENTIFIER_AND_NAME_RULES,
  ...SIGNING_RULES,
  ...LIFETIME_RULES,
  ...CONSENT_RULES,
  ...TOKEN_ENCRYPTION_RULES,
  ...SENDER_CONSTRAINING_RULES,
  ...ACCESS_POLICY_RULES,
  ...CUSTOM_CLAIM_RULES,
  letterCaseRule([
    SIGNING_ALG,
    TOKEN_DIALECT,
    CONSENT_POLICY,
    ENCRYPTION_FORMAT,
    ENCRYPTION_ALG,
    PROOF_OF_POSSESSION_MECHANISM,
    PROOF_OF_POSSESSION_REQUIRED_FOR,
    USER_POLICY,
    CLIENT_POLICY,
    ANONYMOUS_USER_POLICY,
  ]),
  ...SYSTEM_API_RULES,
];

/** Every rule on `auth0_resource_server_scopes`. */
export const RESOURCE_SERVER_SCOPES_RULES: ReadonlyArray<Rule<ScopesConfig>> = SCOPE_RULES;
