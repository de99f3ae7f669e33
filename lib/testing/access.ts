import { TerraformElement, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { ApiKey, ClientKey, RoleKey } from '../access/keys';
import type { NameOrPath } from '../access/lookup';
import { Questions, Users } from '../access/questions';
import type { Verdict } from '../access/verdict';
import { isForeignReference, resolveValue } from '../framework/resolve';
import { isUnknown } from '../framework/tokens';
import type { SubjectType } from '../resource-server/client-grant-options';
import { connectedStacks, l1Of, stackSource } from '../synth/construct-tree';
import { readTenant } from '../tenant/read-tenant';
import type { Subject } from '../tenant/tenant';

/** What a definition says to a question about access. */
export interface AccessAnswer {
  /** Whether it is allowed, for certain. */
  readonly isAllowed: boolean;

  /** Whether it cannot be told: something decides that only Terraform or Auth0 knows. `because` says what is missing. */
  readonly isUnknown: boolean;

  /** Why, in words. */
  readonly because: string;

  /**
   * The address of the resource that decides: `auth0_client_grant.worker`.
   *
   * @default - no single resource does
   */
  readonly address?: string;

  /** What must hold as well when a token is issued, such as an organization or a permission of the user. */
  readonly unless: string[];
}

/**
 * Who may do what with APIs, as a stack says it: its grants, roles and policies, bindings included, with the stacks that
 * it refers to or that refer to it.
 *
 * An answer is yes, no or unknown. A question about something that is not there is an error.
 */
export class Access {
  /** The access that a stack defines. Ask after everything has been defined. */
  public static of(stack: TerraformStack): Access {
    return new Access(stack);
  }

  readonly #questions: Questions;

  private constructor(stack: TerraformStack) {
    const tenant = readTenant(connectedStacks(stack).map(stackSource), { isOneTenant: true });
    this.#questions = new Questions(tenant, (given) => nameOrPathOf(given, stack));
  }

  /**
   * An application.
   *
   * @param client its construct, the id or path of its construct, its name, or its client id
   * @param subjectType for whom it asks; without it, for any
   * @throws Error where there is no such application
   */
  public client(client: any, subjectType?: SubjectType): ClientAccess {
    return ClientAccess._of(this.#questions, this.#questions.client(client), this.#questions.subjects(subjectType));
  }

  /**
   * A role.
   *
   * @param role its construct, the id or path of its construct, its name, or the id that Auth0 gave it
   * @throws Error where there is no such role
   */
  public role(role: any): RoleAccess {
    return RoleAccess._of(this.#questions, this.#questions.role(role));
  }

  /**
   * An API.
   *
   * @param api its construct, the id or path of its construct, its identifier, or its name
   * @throws Error where there is no such API
   */
  public api(api: any): ApiAccess {
    return ApiAccess._of(this.#questions, this.#questions.api(api));
  }
}

/** What an application may do. */
export class ClientAccess {
  /** @internal */
  public static _of(questions: Questions, client: ClientKey, subjects: readonly Subject[]): ClientAccess {
    return new ClientAccess(questions, client, subjects, undefined);
  }

  readonly #questions: Questions;
  readonly #client: ClientKey;
  readonly #subjects: readonly Subject[];
  readonly #users: Users;

  private constructor(questions: Questions, client: ClientKey, subjects: readonly Subject[], users: Users) {
    this.#questions = questions;
    this.#client = client;
    this.#subjects = subjects;
    this.#users = users;
  }

  /**
   * The same application, when it acts for users with a role. With RBAC, they get no more than the role has.
   *
   * @throws Error where there is no such role, or the application does not act for users
   */
  public withRole(role: any): ClientAccess {
    return this.forUsers({ role: this.#questions.role(role) });
  }

  /**
   * The same application, when it acts for users without a role. With RBAC, they get nothing.
   *
   * @throws Error where the application does not act for users
   */
  public withoutRole(): ClientAccess {
    return this.forUsers({ role: undefined });
  }

  /**
   * Whether a token that the application gets for an API can carry a scope.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error where there is no such API or scope
   */
  public can(scope: string, api: any): AccessAnswer {
    const key = this.#questions.api(api, this.#client);
    return answerOf(this.#questions.canGet(this.#client, this.#subjects, this.#users, this.#questions.scope(scope, key), key));
  }

  /**
   * Whether the application reaches a scope for users through others: an API that it may call for a user exchanges the
   * user's token for one for another API (on-behalf-of), at most five times.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error where there is no such API or scope
   */
  public reaches(scope: string, api: any): AccessAnswer {
    const key = this.#questions.api(api, this.#client);
    return answerOf(this.#questions.reaches(this.#client, this.#users, this.#questions.scope(scope, key), key));
  }

  /**
   * The scopes of an API that it can get for certain, in alphabetical order.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error where there is no such API
   */
  public scopes(api: any): string[] {
    const key = this.#questions.api(api, this.#client);
    return this.#questions.scopesOf(key).filter((scope) =>
      this.#questions.canGet(this.#client, this.#subjects, this.#users, scope, key).answer === 'yes');
  }

  private forUsers(users: Users): ClientAccess {
    if (!this.#subjects.includes('user')) {
      throw new Error(`only users have roles: leave subjectType out, or give 'user' instead of '${this.#subjects.join()}'`);
    }
    return new ClientAccess(this.#questions, this.#client, ['user'], users);
  }
}

/** What a role allows. */
export class RoleAccess {
  /** @internal */
  public static _of(questions: Questions, role: RoleKey): RoleAccess {
    return new RoleAccess(questions, role);
  }

  readonly #questions: Questions;
  readonly #role: RoleKey;

  private constructor(questions: Questions, role: RoleKey) {
    this.#questions = questions;
    this.#role = role;
  }

  /**
   * Whether the role has a scope of an API as a permission.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error where there is no such API or scope
   */
  public can(scope: string, api: any): AccessAnswer {
    const key = this.#questions.api(api, this.#role);
    return answerOf(this.#questions.hasPermission(this.#role, this.#questions.scope(scope, key), key));
  }

  /**
   * The scopes of an API that it has for certain, in alphabetical order.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error where there is no such API
   */
  public scopes(api: any): string[] {
    const key = this.#questions.api(api, this.#role);
    return this.#questions.scopesOf(key).filter((scope) => this.#questions.hasPermission(this.#role, scope, key).answer === 'yes');
  }
}

/** Who may do what with an API. */
export class ApiAccess {
  /** @internal */
  public static _of(questions: Questions, api: ApiKey): ApiAccess {
    return new ApiAccess(questions, api);
  }

  readonly #questions: Questions;
  readonly #api: ApiKey;

  private constructor(questions: Questions, api: ApiKey) {
    this.#questions = questions;
    this.#api = api;
  }

  /** The names of its scopes, in alphabetical order. */
  public scopes(): string[] {
    return this.#questions.scopesOf(this.#api);
  }

  /**
   * The applications that can get a scope for certain: paths of constructs, or client ids.
   *
   * @param subjectType for whom they ask; without it, for any
   * @throws Error where there is no such scope
   */
  public clients(scope: string, subjectType?: SubjectType): string[] {
    const [subjects, name] = [this.#questions.subjects(subjectType), this.#questions.scope(scope, this.#api)];
    return titlesOf(this.#questions.clients.filter((client) =>
      this.#questions.canGet(client, subjects, undefined, name, this.#api).answer === 'yes'));
  }

  /**
   * The roles that have a scope for certain: paths of constructs, or ids.
   *
   * @throws Error where there is no such scope
   */
  public roles(scope: string): string[] {
    const name = this.#questions.scope(scope, this.#api);
    return titlesOf(this.#questions.roles.filter((role) => this.#questions.hasPermission(role, name, this.#api).answer === 'yes'));
  }
}

function answerOf({ answer, because, address, unless }: Verdict): AccessAnswer {
  return { isAllowed: answer === 'yes', isUnknown: answer === 'unknown', because, address, unless: [...unless] };
}

function titlesOf(keys: ReadonlyArray<ClientKey | RoleKey>): string[] {
  return keys.map(({ title }) => title).sort();
}

/** Converts an argument to the path of the construct's L1, or to a text as Terraform reads it. */
function nameOrPathOf(given: unknown, stack: TerraformStack): NameOrPath | undefined {
  if (Construct.isConstruct(given)) {
    const l1 = l1Of(given);
    if (given.node.root !== stack.node.root) {
      throw new Error(`'${given.node.path}' belongs to another app`);
    }
    // a role that exists elsewhere has no L1, only its id
    const { roleId } = given as unknown as { readonly roleId?: unknown };
    return l1 === given && !TerraformElement.isTerraformElement(l1) && typeof roleId === 'string' ? nameOrPathOf(roleId, stack) : { path: l1.node.path };
  }
  if (typeof given !== 'string') {
    return undefined;
  }
  const text = isUnknown(given) ? resolveValue(given, stack) : given;
  return isForeignReference(text)
    ? { text: text.value, stack: text.source }
    : { text: String(text), stack: stack.node.path };
}
