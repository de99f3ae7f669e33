import type { Construct } from 'constructs';
import type { ClientGrantOptions } from './resource-server/client-grant-options';
import type { IClientGrant } from './resource-server/i-client-grant';
import { ResourceServer } from './resource-server/resource-server';
import type { ResourceServerProps } from './resource-server/resource-server-props';
import type { IRole } from './role/i-role';

/** The props of a `TypedResourceServer`. */
export interface TypedResourceServerProps<Scope extends string> extends ResourceServerProps {
  readonly scopes: Record<Scope, string>;
}

/**
 * A `ResourceServer` that knows its scope names at compile time: a misspelled scope is a compile error. For
 * TypeScript only:
 *
 *     import { TypedResourceServer } from 'cdktf-auth0/lib/typed';
 */
export class TypedResourceServer<Scope extends string> extends ResourceServer {
  /** Holds the type of the scope names. The property does not exist at run time. */
  declare public readonly _scope: Scope;

  public constructor(scope: Construct, id: string, props: TypedResourceServerProps<Scope>) {
    super(scope, id, props);
  }

  public override grant(clientId: string, scopes: NoInfer<Scope>[], options?: ClientGrantOptions): IClientGrant {
    return super.grant(clientId, scopes, options);
  }

  public override grantThirdPartyClients(scopes: NoInfer<Scope>[], options?: ClientGrantOptions): IClientGrant {
    return super.grantThirdPartyClients(scopes, options);
  }

  /** Gives a role permissions of this API, like `role.allow(this, scopes)`. The compiler checks the names. */
  public allow(role: IRole, scopes: Scope[]): void {
    role.allow(this, scopes);
  }
}

/**
 * The type of the scope names of an API, for use in the code of the API itself: `type Scope = ScopeOf<typeof orders>`.
 */
export type ScopeOf<Api extends { readonly _scope: string }> = Api['_scope'];
