import { ApiKey, isDeclared } from './keys';
import { SystemApi, systemApiOf } from '../schema/system-apis';
import { UNKNOWN } from '../schema/value';
import type { Subject } from '../tenant/tenant';
import { quote } from '../util/text';

/** The policies that an API may have for a subject. */
export interface Policies {
  /** The possible policies: one, or several if the definition does not tell which. */
  readonly possible: readonly string[];
  /** The API of Auth0 itself, such as the Management API, if it is one. */
  readonly system?: SystemApi;
  /** The name of the policy in messages. */
  readonly title: string;
  /** The reason why there are several policies; '' if there is one. */
  readonly missing: string;
  /** The conditions that must hold as well, if the definition does not define the API. */
  readonly unless: readonly string[];
  /** True if the definition sets the policy. */
  readonly isWritten: boolean;
}

const POLICIES: Readonly<Record<Subject, readonly string[]>> = {
  client: ['deny_all', 'require_client_grant'],
  user: ['deny_all', 'require_client_grant', 'allow_all'],
  anonymous_user: ['deny_all', 'require_client_grant'],
};

/** Returns the policies that an API may have for a subject. */
export function policiesOf(api: ApiKey, subject: Subject): Policies {
  const title = `the ${subject} policy of ${quote(api.title)}`;
  const system = systemOf(api);
  if (!isDeclared(api) || api.kind !== 'defined') {
    const possible = systemApiPolicies(system, subject) ?? POLICIES[subject].filter((policy) => policy !== 'deny_all');
    const missing = `${title} is not in the definition`;
    return { system, possible, title, missing, unless: [`${missing}: it must not deny this`], isWritten: false };
  }
  const policy = api.policyFor(subject);
  if (policy === undefined) {
    return { system, possible: systemApiPolicies(system, subject) ?? [defaultPolicy(subject)], title, missing: '', unless: [], isWritten: false };
  }
  return policy !== UNKNOWN && POLICIES[subject].includes(policy)
    ? { system, possible: [policy], title, missing: '', unless: [], isWritten: true }
    : { system, possible: POLICIES[subject], title, missing: `${title} is known only to Terraform`, unless: [], isWritten: true };
}

/** Returns the API of Auth0 itself that this is, if it is one. */
export function systemOf(api: ApiKey): SystemApi | undefined {
  // an expression stands behind the name of its stack
  return isDeclared(api) ? api.system : systemApiOf(api.id) ?? systemApiOf(api.id.slice(api.id.indexOf(' ') + 1));
}

/** Returns the policy that Auth0 gives a new API. */
function defaultPolicy(subject: Subject): string {
  return subject === 'user' ? 'allow_all' : subject === 'client' ? 'require_client_grant' : 'deny_all';
}

/** Returns the possible policies of an API of Auth0 itself; undefined for other APIs and where they are not known. */
function systemApiPolicies(system: SystemApi | undefined, subject: Subject): readonly string[] | undefined {
  if (system?.name === 'management') {
    return [defaultPolicy(subject)];
  }
  return system?.name === 'my-account' ? [subject === 'user' ? 'require_client_grant' : 'deny_all'] : undefined;
}
