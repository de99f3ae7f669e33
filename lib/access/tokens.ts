import type { AccessIndex } from './access-index';
import type { ApplicationKind } from './applications';
import { existenceOf } from './existence';
import type { GrantEntry } from './grants';
import type { ApiKey, ClientKey } from './keys';
import { Policies, systemOf } from './policies';
import { agreementOf, anyOf, both, no, unknown, Verdict, yes } from './verdict';
import { UNKNOWN } from '../schema/value';
import type { Subject } from '../tenant/tenant';
import { quote } from '../util/text';

/** The words for each subject in messages. */
export const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  client: 'for itself',
  user: 'for users',
  anonymous_user: 'for anonymous users',
};

/** In place of the name of a scope: the scopes of an API that the definition does not name. */
export const OTHER_SCOPES = '';

/** The question whether an application may get a scope of an API; without a scope, whether it may get a token at all. */
export interface Question {
  readonly client: ClientKey;
  readonly api: ApiKey;
  readonly scope?: string;
}

/** The only scopes of the Management API that users can get: they are about the user alone. */
export const CURRENT_USER_SCOPES: readonly string[] = [
  'read:current_user', 'create:current_user_metadata', 'update:current_user_metadata', 'delete:current_user_metadata',
  'create:current_user_device_credentials', 'delete:current_user_device_credentials', 'update:current_user_identities',
];

/** Tells whether a token that an application gets can carry a scope. RBAC is not considered here. */
export function canGet(index: AccessIndex, question: Question, subject: Subject): Verdict {
  const { client, api, scope } = question;
  if (!index.keys.areInSameTenant(client, api)) {
    return no(`${quote(client.title)} and ${quote(api.title)} have different providers, and so are in different tenants`);
  }
  const declared = index.declared(api);
  if (scope !== undefined && declared && !declared.has(scope)) {
    return notDeclared(index, question, subject);
  }
  const policies = index.policies(api, subject);
  if (scope !== undefined && subject === 'user' && policies.system?.name === 'management' && !CURRENT_USER_SCOPES.includes(scope)) {
    return no(`${quote(api.title)} is Auth0's Management API, which gives users only the scopes of the current user, such as 'read:current_user'`);
  }
  const application = index.application(client);
  const verdicts = policies.possible.map((policy) => agreementOf(
    application.possibleKinds.map((kind) => kindVerdict(index, question, subject, kind, policy, policies)),
    application.missing,
  ));
  const missing = [policies.missing, ...verdicts.filter(({ answer }) => answer === 'unknown').map(({ because }) => because)];
  const verdict = agreementOf(verdicts, Array.from(new Set(missing)).join('; '));
  const whole = subject === 'client' ? withClientCredentials(index, question, verdict) : verdict;
  const conditions = subject === 'user' ? index.organizations.conditionsOfClient(client) : [];
  return whole.answer === 'yes' ? { ...whole, unless: [...whole.unless, ...policies.unless, ...conditions] } : whole;
}

/** Adds to a verdict that an application may be unable to use client credentials, which makes its grant useless. */
function withClientCredentials(index: AccessIndex, { client, api }: Question, verdict: Verdict): Verdict {
  const { clientCredentials } = index.application(client);
  if (clientCredentials.answer === 'yes' || verdict.answer === 'no') {
    return verdict;
  }
  const grants = index.grants.own(client, api, 'client').map(({ grant }) => quote(grant.title)).join(', ');
  return clientCredentials.answer === 'unknown' || grants === ''
    ? both(verdict, clientCredentials)
    : { ...clientCredentials, because: `${clientCredentials.because}: ${grants} has no effect` };
}

function notDeclared(index: AccessIndex, { client, api, scope }: Question, subject: Subject): Verdict {
  const naming = index.grants.own(client, api, subject).find(({ scopes }) => scopes.has(scope));
  return naming
    ? no(`${quote(naming.grant.title)} grants ${quote(scope!)}, which ${quote(api.title)} does not declare: no token carries it`, naming.grant.resource.address)
    : no(`${quote(api.title)} does not declare ${quote(scope!)}: no token carries it`);
}

function kindVerdict(
  index: AccessIndex, question: Question, subject: Subject, kind: ApplicationKind, policy: string, policies: Policies,
): Verdict {
  const { client, api } = question;
  const { system } = policies;
  if (system && kind === 'strict third party') {
    return no(`${quote(client.title)} is a strict third-party application, which never gets Auth0's ${system.title}`);
  }
  const address = 'resource' in api ? api.resource.address : undefined;
  if (policy === 'deny_all') {
    return no(`${policies.title} is deny_all${policies.isWritten ? '' : ' where it is not written'}`, address);
  }
  if (policy === 'allow_all' && kind !== 'strict third party') {
    return allScopesVerdict(index, question, `${policies.title} is allow_all${policies.isWritten ? '' : ' where it is not written'}`, address);
  }
  return grantsVerdict(index, question, subject, kind);
}

/** Returns the verdict of the application's own grants or, if it has none, of the default grants. */
function grantsVerdict(index: AccessIndex, question: Question, subject: Subject, kind: ApplicationKind): Verdict {
  const { client, api } = question;
  const canHaveDefault =
    kind !== 'first party' && subject !== 'anonymous_user' && !(subject === 'client' && index.application(client).hasRegisteredItself);
  const own = index.grants.own(client, api, subject);
  const defaults = canHaveDefault ? index.grants.defaults(client, api, subject) : [];
  const verdict = own.length > 0
    ? ownGrantsVerdict(index, question, subject, own, defaults)
    : defaults.length > 0
      ? anyOf(defaults.map((entry) => grantVerdict(index, question, subject, entry)))
      : no(`no grant lets ${quote(client.title)} ask for ${quote(api.title)} ${SUBJECT_WORDS[subject]}`);
  const possible = index.grants.possible(client, api, subject).filter(({ isDefault }) => !isDefault || (canHaveDefault && own.length === 0));
  const deciding = possible.find((entry) => {
    const { answer } = grantVerdict(index, question, subject, entry);
    // an own grant replaces the default grant, so it may also take a scope away
    return verdict.answer === 'no' ? answer !== 'no' : verdict.answer === 'yes' && own.length === 0 && !entry.isDefault && answer !== 'yes';
  });
  return deciding ? unknown(`${unknownOf(deciding)} is known only to Terraform`, deciding.grant.resource.address) : verdict;
}

function unknownOf({ grant, mayBeMissing }: GrantEntry): string {
  return mayBeMissing ? existenceOf(grant) : `the application, API or subject type of ${quote(grant.title)}`;
}

function ownGrantsVerdict(
  index: AccessIndex, question: Question, subject: Subject, own: readonly GrantEntry[], defaults: readonly GrantEntry[],
): Verdict {
  const verdict = anyOf(own.map((entry) => grantVerdict(index, question, subject, entry)));
  const replaced = defaults.find((entry) => grantVerdict(index, question, subject, entry).answer === 'yes');
  return verdict.answer === 'no' && replaced
    ? { ...verdict, because: `${verdict.because}, and takes the place of the default grant ${quote(replaced.grant.title)}` }
    : verdict;
}

function grantVerdict(index: AccessIndex, question: Question, subject: Subject, { grant, scopes }: GrantEntry): Verdict {
  const { title, resource: { address }, allowAllScopes } = grant;
  const { scope } = question;
  const unless = index.organizations.conditionsOfGrant(grant, subject);
  if (scope === undefined) {
    return yes(`${quote(title)} lets it ask`, address, unless);
  }
  if (scopes.has(scope)) {
    return yes(`${quote(title)} grants it`, address, unless);
  }
  if (allowAllScopes === true) {
    return allScopesVerdict(index, question, `${quote(title)} grants all scopes`, address, unless);
  }
  return scopes.has(UNKNOWN) || allowAllScopes === UNKNOWN
    ? unknown(`which scopes ${quote(title)} grants is known only to Terraform`, address)
    : no(`${quote(title)} does not grant it`, address);
}

/** Returns the verdict where all scopes of an API are allowed; unknown if the definition does not tell whether the API has the scope. */
function allScopesVerdict(index: AccessIndex, { api, scope }: Question, because: string, address?: string, unless: readonly string[] = []): Verdict {
  const isThere = scope === undefined || index.declared(api)?.has(scope) || index.used(api).has(scope) ||
    (systemOf(api)?.name === 'management' && CURRENT_USER_SCOPES.includes(scope));
  if (scope === OTHER_SCOPES) {
    return unknown(`${because}, but which other scopes ${quote(api.title)} has is not in the definition`, address);
  }
  return isThere
    ? yes(because, address, unless)
    : unknown(`${because}, but whether ${quote(api.title)} has the scope ${quote(scope)} is not in the definition`, address);
}
