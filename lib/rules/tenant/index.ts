import { GRANTED_SCOPE_RULES } from './granted-scopes';
import { GRANT_RULES } from './grants';
import { IDENTIFIER_RULES } from './identifiers';
import { ROLE_OWNER_RULES } from './roles';
import { SCOPE_OWNER_RULES } from './scopes';
import type { Naming } from '../../schema/path';
import type { Declaration } from '../../tenant/tenant';
import { quote } from '../../util/text';

/** Every rule between resources. */
export const TENANT_RULES = [
  ...IDENTIFIER_RULES,
  ...SCOPE_OWNER_RULES,
  ...GRANT_RULES,
  ...ROLE_OWNER_RULES,
  ...GRANTED_SCOPE_RULES,
];

/** Between resources, a place is a whole resource. */
export const DECLARATION_NAMES: Naming<Declaration> = {
  path: ({ title }) => title,
  subject: ({ title }) => quote(title),
};
