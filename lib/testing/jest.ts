import type { ClientAccess, RoleAccess } from './access';
import { compareWithBaseline, ReportLike } from './baseline';
import type { Block, Synthesized } from './synth';
import type { IResourceServer } from '../resource-server/i-resource-server';

/** The result of a jest matcher. */
interface Answer {
  readonly pass: boolean;
  message(): string;
}

/**
 * Matchers for jest. Write `import 'cdktf-auth0/lib/testing/jest'` in a test, or add it to jest's `setupFilesAfterEnv`.
 */
export const matchers = {
  /** Expects that an application or a role can get a scope of an API. */
  toHaveScope(access: ClientAccess | RoleAccess, scope: string, api: IResourceServer | string): Answer {
    const { isAllowed, isUnknown, because } = access.can(scope, api);
    if (isUnknown) {
      // an error fails both `toHaveScope` and `not.toHaveScope`
      throw new Error(`cannot tell whether the scope '${scope}' is allowed: ${because}`);
    }
    const scopes = access.scopes(api);
    const others = scopes.length > 0 ? `only scopes '${scopes.join("', '")}'` : 'no scope of this API';
    return {
      pass: isAllowed,
      message: () =>
        isAllowed
          ? `expected that the scope '${scope}' is not allowed, but ${because}`
          : `expected the scope '${scope}', but ${because}: found ${others}`,
    };
  },

  /**
   * Expects that a report allows nothing that a baseline does not allow. Each is an AccessReport, its JSON as a text or an
   * object, an app or a stack.
   */
  toGrantNoMoreThan(report: ReportLike, baseline: ReportLike): Answer {
    const { pass, message } = compareWithBaseline(report, baseline);
    return { pass, message: () => message };
  },

  /** Expects a resource of this type with these attributes in the synthesized stack. The names are those of Terraform. */
  toHaveAuth0Resource(synthesized: Synthesized, type: string, attributes: Block = {}): Answer {
    const resources = Object.entries(synthesized.resources(type));
    const pass = resources.some(([, resource]) => contains(resource, attributes));
    const found = resources.map(([name, resource]) => `\n${type}.${name}: ${JSON.stringify(resource, undefined, 2)}`);
    const wanted = `${type} with ${JSON.stringify(attributes, undefined, 2)}`;
    return {
      pass,
      message: () =>
        pass
          ? `expected no ${wanted}\n${found.join('')}`
          : `expected an ${wanted}\n\nbut there ${found.length > 0 ? `are${found.join('')}` : `is no ${type} at all`}`,
    };
  },
};

/**
 * Checks whether a value contains everything in `part`. Lists must have the same length. Asymmetric matchers of jest work.
 */
function contains(value: any, part: any): boolean {
  if (typeof part?.asymmetricMatch === 'function') {
    return part.asymmetricMatch(value);
  }
  if (typeof part !== 'object' || part === null || typeof value !== 'object' || value === null) {
    return Object.is(value, part);
  }
  if (Array.isArray(part)) {
    return Array.isArray(value) && value.length === part.length && part.every((item, index) => contains(value[index], item));
  }
  return Object.keys(part).every((key) => contains(value[key], part[key]));
}

declare global {
  namespace jest {
    interface Matchers<R, T = {}> {
      /** Expects that an application or a role can get a scope of an API. */
      toHaveScope(scope: string, api: IResourceServer | string): R;
      /**
       * Expects that a report allows nothing that a baseline does not allow. Each is an AccessReport, its JSON as a text or an
       * object, an app or a stack.
       */
      toGrantNoMoreThan(baseline: ReportLike): R;
      /** Expects a resource of this type with these attributes in the synthesized stack. The names are those of Terraform. */
      toHaveAuth0Resource(type: string, attributes?: Block): R;
    }
  }
}

(globalThis as { expect?: { extend(own: object): void } }).expect?.extend(matchers);
