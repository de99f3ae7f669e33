import { VARIABLE_DEFAULT_RULES } from '../../lib/rules/variable-default';
import { testRule } from '../support/rules';

const refused = (name: string, changed: string) => ({
  config: { scopes: ['read', name] },
  path: 'scopes',
  message: `scopes takes a variable with a default in which the framework changes names: '${name}' becomes '${changed}'. ` +
    "Write the default with variable.addOverride('default', { ... })",
});

testRule(VARIABLE_DEFAULT_RULES, 'variable-default-names', {
  refuses: {
    'a colon': refused('read:orders', 'read_orders'),
    'a capital letter': refused('readOrders', 'read_orders'),
    'an underscore at the end': refused('read_', 'read'),
  },
  accepts: { 'names in snake case': { config: { scopes: ['read_orders', 'read'], customClaims: [] } } },
});
