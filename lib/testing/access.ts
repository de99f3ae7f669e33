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
import { describeType } from '../util/text';

/** The answer to a question about access. */
export interface AccessAnswer {
  /** True if it is certainly allowed. */
  readonly isAllowed: boolean;

  /** True if the answer depends on something that only Terraform or Auth0 knows. `because` says what is missing. */
  readonly isUnknown: boolean;

  /** The reason, in words. */
  readonly because: string;

  /**
   * The address of the resource that decides: `auth0_client_grant.worker`.
   *
   * @default - no single resource decides
   */
  readonly address?: string;

  /** The conditions that must also hold when Auth0 issues the token, such as an organization or a permission of the user. */
  readonly unless: string[];
}

/**
 * Answers who may do what with APIs. It reads the grants, roles and policies of a stack, also those of bindings, and of the
 * stacks that are connected with it by references.
 *
 * An answer is yes, no or unknown. A question about something that does not exist is an error.
 */
export class Access {
  /** Returns the access that a stack defines. Call it after everything has been defined. */
  public static of(stack: TerraformStack): Access {
    if (!TerraformStack.isStack(stack)) {
      throw new Error(`stack must be a stack, but ${describeType(stack)} was given`);
    }
    return new Access(stack);
  }

  readonly #questions: Questions;

  private constructor(stack: TerraformStack) {
    const tenant = readTenant(connectedStacks(stack).map(stackSource), { isOneTenant: true });
    this.#questions = new Questions(tenant, (given) => nameOrPathOf(given, stack));
  }

  /**
   * Selects an application.
   *
   * @param client its construct, the id or path of its construct, its name, or its client id
   * @param subjectType the tokens that the application asks for; without it, tokens of any subject type
   * @throws Error if there is no such application
   */
  public client(client: any, subjectType?: SubjectType): ClientAccess {
    return ClientAccess._of(this.#questions, this.#questions.client(client), this.#questions.subjects(subjectType));
  }

  /**
   * Selects a role.
   *
   * @param role its construct, the id or path of its construct, its name, or the id that Auth0 gave it
   * @throws Error if there is no such role
   */
  public role(role: any): RoleAccess {
    return RoleAccess._of(this.#questions, this.#questions.role(role));
  }

  /**
   * Selects an API.
   *
   * @param api its construct, the id or path of its construct, its identifier, or its name
   * @throws Error if there is no such API
   */
  public api(api: any): ApiAccess {
    return ApiAccess._of(this.#questions, this.#questions.api(api));
  }
}

/** The access of an application. */
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
   * Narrows the question to users with a role. With RBAC, they get only the permissions of the role.
   *
   * @throws Error if there is no such role, or if the application does not act for users
   */
  public withRole(role: any): ClientAccess {
    return this.forUsers({ role: this.#questions.role(role) });
  }

  /**
   * Narrows the question to users without a role. With RBAC, they get nothing.
   *
   * @throws Error if the application does not act for users
   */
  public withoutRole(): ClientAccess {
    return this.forUsers({ role: undefined });
  }

  /**
   * Tells whether a token that the application gets for an API can carry a scope.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error if there is no such API or scope
   */
  public can(scope: string, api: any): AccessAnswer {
    const key = this.#questions.api(api, this.#client);
    return answerOf(this.#questions.canGet(this.#client, this.#subjects, this.#users, this.#questions.scope(scope, key), key));
  }

  /**
   * Tells whether the application reaches a scope for users through other applications: an API that it calls for a user
   * exchanges the user's token for a token for another API (on-behalf-of). At most five exchanges are followed.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error if there is no such API or scope
   */
  public reaches(scope: string, api: any): AccessAnswer {
    const key = this.#questions.api(api, this.#client);
    return answerOf(this.#questions.reaches(this.#client, this.#users, this.#questions.scope(scope, key), key));
  }

  /**
   * Returns the scopes of an API that the application can certainly get, in alphabetical order.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error if there is no such API
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

/** The access that a role gives. */
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
   * Tells whether the role has a scope of an API as a permission.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error if there is no such API or scope
   */
  public can(scope: string, api: any): AccessAnswer {
    const key = this.#questions.api(api, this.#role);
    return answerOf(this.#questions.hasPermission(this.#role, this.#questions.scope(scope, key), key));
  }

  /**
   * Returns the scopes of an API that the role certainly has, in alphabetical order.
   *
   * @param api the API, as `Access.api` takes it
   * @throws Error if there is no such API
   */
  public scopes(api: any): string[] {
    const key = this.#questions.api(api, this.#role);
    return this.#questions.scopesOf(key).filter((scope) => this.#questions.hasPermission(this.#role, scope, key).answer === 'yes');
  }
}

/** The access to an API. */
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

  /** Returns the names of its scopes, in alphabetical order. */
  public scopes(): string[] {
    return this.#questions.scopesOf(this.#api);
  }

  /**
   * Returns the applications that can certainly get a scope: paths of constructs, or client ids.
   *
   * @param subjectType the tokens that the applications ask for; without it, tokens of any subject type
   * @throws Error if there is no such scope
   */
  public clients(scope: string, subjectType?: SubjectType): string[] {
    const [subjects, name] = [this.#questions.subjects(subjectType), this.#questions.scope(scope, this.#api)];
    return titlesOf(this.#questions.clients.filter((client) =>
      this.#questions.canGet(client, subjects, undefined, name, this.#api).answer === 'yes'));
  }

  /**
   * Returns the roles that certainly have a scope: paths of constructs, or ids.
   *
   * @throws Error if there is no such scope
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
    // an imported role has no L1, only its id
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
