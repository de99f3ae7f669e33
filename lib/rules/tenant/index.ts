import { APPLICATION_RULES } from './applications';
import { GRANTED_SCOPE_RULES } from './granted-scopes';
import { GRANT_RULES } from './grants';
import { IDENTIFIER_RULES } from './identifiers';
import { LIFECYCLE_RULES } from './lifecycle';
import { ORDER_RULES } from './order';
import { PROVIDER_RULES } from './providers';
import { ROLE_OWNER_RULES } from './roles';
import { SCOPE_OWNER_RULES } from './scopes';
import { SYSTEM_API_SCOPE_RULES } from './system-api-scopes';
import type { Naming } from '../../schema/path';
import type { Declaration } from '../../tenant/tenant';
import { quote } from '../../util/text';

/** All rules that compare resources with each other. */
export const TENANT_RULES = [
  ...PROVIDER_RULES,
  ...IDENTIFIER_RULES,
  ...ORDER_RULES,
  ...SCOPE_OWNER_RULES,
  ...GRANT_RULES,
  ...APPLICATION_RULES,
  ...ROLE_OWNER_RULES,
  ...GRANTED_SCOPE_RULES,
  ...SYSTEM_API_SCOPE_RULES,
  ...LIFECYCLE_RULES,
];

/** The names in messages of these rules. They name whole resources, not attributes. */
export const DECLARATION_NAMES: Naming<Declaration> = {
  path: ({ title }) => title,
  subject: ({ title }) => quote(title),
};
