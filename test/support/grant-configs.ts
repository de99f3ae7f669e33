import { ClientGrantConfig } from '../../lib/schema/client-grant';

/** A Terraform configuration of a grant for an application, with changes. Without changes, it has no findings. */
export function grant(changes: ClientGrantConfig = {}): ClientGrantConfig {
  return { audience: 'https://api.example.com/', client_id: 'worker', scopes: ['read:orders'], ...changes };
}

/** A Terraform configuration of a default grant for third-party applications, with changes. */
export function byDefault(changes: ClientGrantConfig = {}): ClientGrantConfig {
  return grant({ client_id: undefined, default_for: 'third_party_clients', ...changes });
}

/** Changes a grant to a grant of all scopes. */
export const ALL: ClientGrantConfig = { scopes: undefined, allow_all_scopes: true };
