import { ClientGrantConfig } from '../../lib/schema/client-grant';

/** A grant for a client in Terraform's shape, with changes. Without them, no rule says anything about it. */
export function grant(changes: ClientGrantConfig = {}): ClientGrantConfig {
  return { audience: 'https://api.example.com/', client_id: 'worker', scopes: ['read:orders'], ...changes };
}

/** The same for third-party clients. */
export function byDefault(changes: ClientGrantConfig = {}): ClientGrantConfig {
  return grant({ client_id: undefined, default_for: 'third_party_clients', ...changes });
}

/** The change that makes it a grant of all scopes. */
export const ALL: ClientGrantConfig = { scopes: undefined, allow_all_scopes: true };
