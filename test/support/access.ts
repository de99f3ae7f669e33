import { TerraformResource, TerraformStack } from 'cdktf';
import { apiNamed, ApiProps } from './apis';
import { stackOf } from './synth';
import * as auth0 from '../../lib';
import { Client, ClientConfig } from '../../lib/bindings/client';
import { ClientCimd } from '../../lib/bindings/client-cimd';

/** The subjects, by short names. */
export const { CLIENT: ITSELF, USER, ANONYMOUS_USER: ANONYMOUS } = auth0.SubjectType;

/** The id that Auth0 gives to an application that registers itself. */
export const REGISTERED = 'tpc_1234';

/** A tenant for questions: nothing in it has safe defaults. */
export class Model {
  public readonly stack: TerraformStack = stackOf();
  /** An API with the scopes 'read' and 'write'. */
  public readonly api: auth0.ResourceServer;

  public constructor(props: ApiProps = {}) {
    this.api = this.apiOf('Api', props);
  }

  public get access(): auth0.Access {
    return auth0.Access.of(this.stack);
  }

  public apiOf(id: string, props: ApiProps = {}): auth0.ResourceServer {
    return apiNamed(this.stack, id, { identifier: `https://api.example.com/${id}`, scopes: { read: 'Read', write: 'Write' }, ...props });
  }

  public client(id: string, config: Partial<ClientConfig> = {}): Client {
    return new Client(this.stack, id, { name: `The ${id}`, ...config });
  }

  public thirdParty(id: string, mode?: string, config: Partial<ClientConfig> = {}): Client {
    return this.client(id, { isFirstParty: false, thirdPartySecurityMode: mode, ...config });
  }

  public cimd(id: string): ClientCimd {
    return new ClientCimd(this.stack, id, { externalClientId: `https://${id.toLowerCase()}.example.com/client.json` });
  }

  public role(id: string, ...scopes: string[]): auth0.Role {
    const role = new auth0.Role(this.stack, id, { name: `The ${id}` });
    if (scopes.length > 0) {
      role.allow(this.api, scopes);
    }
    return role;
  }

  /** Asks whether an application may get a scope. */
  public ask(client: unknown, scope: string, subject?: auth0.SubjectType, api: unknown = this.api): auth0.AccessAnswer {
    return this.access.client(client, subject).can(scope, api);
  }
}

/** The policies of an API, as props. */
export function policies(user?: auth0.UserPolicy, client?: auth0.ClientPolicy, anonymousUser?: auth0.AnonymousUserPolicy): ApiProps {
  return { subjectTypeAuthorization: { user, client, anonymousUser } };
}

export const { ALLOW_ALL, REQUIRE_CLIENT_GRANT, DENY_ALL } = auth0.UserPolicy;

type Details = Partial<Omit<auth0.AccessAnswer, 'isAllowed' | 'isUnknown'>>;

/** The whole of an answer. */
const answer = (isAllowed: boolean, isUnknown: boolean, because: string, rest: Details): auth0.AccessAnswer =>
  ({ isAllowed, isUnknown, because, address: undefined, unless: [], ...rest });

export const yes = (because: string, rest: Details = {}) => answer(true, false, because, rest);
export const no = (because: string, rest: Details = {}) => answer(false, false, because, rest);
export const unknown = (because: string, rest: Details = {}) => answer(false, true, because, rest);

/** The address of the resource that a construct becomes. */
export function addressOf(construct: { readonly resource?: TerraformResource } | TerraformResource): string {
  const l1 = construct instanceof TerraformResource ? construct : construct.resource!;
  return `${l1.terraformResourceType}.${l1.friendlyUniqueId}`;
}
