import type { Asker } from './access';
import type { Block, Synthesized } from './synth';
import type { IResourceServer } from '../resource-server/i-resource-server';

/** What a matcher of jest answers. */
interface Answer {
  readonly pass: boolean;
  message(): string;
}

/** Matchers for jest: `import 'cdktf-auth0/lib/testing/jest'` in a test, or in jest's `setupFilesAfterEnv`. */
export const matchers = {
  /** Whether an application or a role can get a scope of an API. */
  toHaveScope(asker: Asker, scope: string, api: IResourceServer | string): Answer {
    const through = asker.through(scope, api);
    const scopes = asker.scopes(api);
    const ways = scopes.length > 0 ? `ways to '${scopes.join("', '")}' only` : 'no way to any scope of this API';
    return {
      pass: through !== undefined,
      message: () =>
        through === undefined
          ? `expected a way to '${scope}', but found ${ways}`
          : `expected no way to '${scope}', but ${through} allows it`,
    };
  },

  /** Whether a resource of a type was synthesized that has these attributes, in Terraform's names. */
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

/** Whether everything in `part` is in `whole`; lists must be equal. */
function contains(whole: any, part: any): boolean {
  if (typeof part !== 'object' || part === null || typeof whole !== 'object' || whole === null) {
    return Object.is(whole, part);
  }
  if (Array.isArray(part)) {
    return Array.isArray(whole) && whole.length === part.length && part.every((item, index) => contains(whole[index], item));
  }
  return Object.keys(part).every((key) => contains(whole[key], part[key]));
}

declare global {
  namespace jest {
    interface Matchers<R, T = {}> {
      /** Whether an application or a role can get a scope of an API. */
      toHaveScope(scope: string, api: IResourceServer | string): R;
      /** Whether a resource of a type was synthesized that has these attributes, in Terraform's names. */
      toHaveAuth0Resource(type: string, attributes?: Block): R;
    }
  }
}

(globalThis as { expect?: { extend(own: object): void } }).expect?.extend(matchers);
