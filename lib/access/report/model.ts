import type { Subject } from '../../tenant/tenant';
import type { Users } from '../statements';

/** The version of the JSON. A change that a reader must know of has another number. */
export const REPORT_VERSION = 1;

/**
 * Who can do what, as JSON. All views are printed from it. APIs, applications and roles are named by `name`, which is unique
 * among its kind.
 */
export interface AccessReportJson {
  readonly version: typeof REPORT_VERSION;
  /** What the report cannot see. */
  readonly bounds: readonly string[];
  readonly apis: readonly ApiJson[];
  readonly clients: readonly ClientJson[];
  readonly roles: readonly EntityJson[];
  /** What applications may get themselves. What no statement says is not allowed. */
  readonly statements: readonly StatementJson[];
  /** What applications reach for users through other applications, by on-behalf-of token exchange. */
  readonly paths: readonly PathJson[];
}

/** An application, a role or an API. */
export interface EntityJson {
  /** The path of its construct, or its address; an id if it is not in the definition. */
  readonly name: string;
  /** What it is known by in other definitions: an identifier, a client id, or an address. It is unique among its kind. */
  readonly id: string;
  /** The address of the resource that declares it, if one does. */
  readonly address?: string;
  /** What Auth0 calls it: the name, and the client id or the id of the role. Several may have the same name. */
  readonly alsoKnownAs?: readonly string[];
}

export interface ClientJson extends EntityJson {
  /** Whether it is a first-party or a third-party application, if that is known. */
  readonly party?: 'first' | 'third';
}

export interface ApiJson extends EntityJson {
  /** The identifier, if it is not known only to Terraform. */
  readonly identifier?: string;
  readonly scopes: readonly string[];
  /** True if the API may have scopes that the definition does not name. */
  readonly hasOtherScopes: boolean;
}

/** Applications may get scopes of an API, or whether they may is unknown. */
export interface StatementJson {
  readonly clients: readonly string[];
  /** The subject type: tokens are for the application itself, for users, or for anonymous users. */
  readonly subject: Subject;
  /**
   * The users, if the tokens are for users: every user, those with a role, or those who have the permission in another way.
   * Users with a role or a permission also get what every user gets.
   */
  readonly users?: Users;
  readonly role?: string;
  readonly api: string;
  /** The names of the scopes. `null` stands for the scopes that the definition does not name. */
  readonly scopes: ReadonlyArray<string | null>;
  readonly answer: 'yes' | 'unknown';
  readonly because: string;
  /** The conditions that must also hold when Auth0 issues the token. */
  readonly unless: readonly string[];
  /** The address of the resource that decides, if one does. */
  readonly address?: string;
}

export interface PathJson extends StatementJson {
  /** The names of the APIs on the way. */
  readonly through: readonly string[];
}
