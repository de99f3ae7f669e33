import { ApiKey, isDeclared } from './keys';
import { SystemApi, systemApiOf } from '../schema/system-apis';
import { UNKNOWN } from '../schema/value';
import type { Subject } from '../tenant/tenant';
import { quote } from '../util/text';

/** What an API's policy for a subject may be. */
export interface Policies {
  /** One, or several where the definition does not tell. */
  readonly possible: readonly string[];
  /** Which of Auth0's own APIs it is for, where it is one. */
  readonly system?: SystemApi;
  /** What it is called in messages. */
  readonly title: string;
  /** What is missing, where there are several. */
  readonly missing: string;
  /** What must hold besides, where the API is not in the definition. */
  readonly unless: readonly string[];
  /** Whether the definition says it. */
  readonly isWritten: boolean;
}

const ALL: Readonly<Record<Subject, readonly string[]>> = {
  client: ['deny_all', 'require_client_grant'],
  user: ['deny_all', 'require_client_grant', 'allow_all'],
  anonymous_user: ['deny_all', 'require_client_grant'],
};

/** The policies that may be in force. */
export function policiesOf(api: ApiKey, subject: Subject): Policies {
  const title = `the ${subject} policy of ${quote(api.title)}`;
  const system = systemOf(api);
  if (!isDeclared(api) || api.kind !== 'defined') {
    const possible = ofSystem(system, subject) ?? ALL[subject].filter((policy) => policy !== 'deny_all');
    const missing = `${title} is not in the definition`;
    return { system, possible, title, missing, unless: [`${missing}: it must not be stricter`], isWritten: false };
  }
  const policy = api.policyFor(subject);
  if (policy === undefined) {
    return { system, possible: ofSystem(system, subject) ?? [ofNew(subject)], title, missing: '', unless: [], isWritten: false };
  }
  return policy !== UNKNOWN && ALL[subject].includes(policy)
    ? { system, possible: [policy], title, missing: '', unless: [], isWritten: true }
    : { system, possible: ALL[subject], title, missing: `${title} is known only to Terraform`, unless: [], isWritten: true };
}

/** Which of Auth0's own APIs it is, where it is one. */
export function systemOf(api: ApiKey): SystemApi | undefined {
  return isDeclared(api) ? api.system : systemApiOf(api.id);
}

/** The policy of a new API. */
function ofNew(subject: Subject): string {
  return subject === 'user' ? 'allow_all' : subject === 'client' ? 'require_client_grant' : 'deny_all';
}

/** The policy that Auth0 gives its own APIs. */
function ofSystem(system: SystemApi | undefined, subject: Subject): readonly string[] | undefined {
  if (system?.name === 'management') {
    return [ofNew(subject)];
  }
  return system?.name === 'my-account' ? [subject === 'user' ? 'require_client_grant' : 'deny_all'] : undefined;
}
