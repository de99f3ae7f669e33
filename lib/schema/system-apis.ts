import { isKnown, Value } from './value';

/** One of Auth0's own APIs. */
export interface SystemApi {
  readonly name: 'management' | 'my-account' | 'my-org' | 'express';
  readonly title: string;
}

const SYSTEM_APIS: Readonly<Record<string, SystemApi>> = {
  'api/v2/': { name: 'management', title: 'Management API' },
  'me/': { name: 'my-account', title: 'My Account API' },
  'my-org/': { name: 'my-org', title: 'My Organization API' },
};

/**
 * Returns Auth0's own API with this identifier, or undefined. Only domains of Auth0 count:
 * `https://api.example.com/api/v2/` is an API of the user.
 */
export function systemApiOf(identifier: Value<string>): SystemApi | undefined {
  if (!isKnown(identifier)) {
    return undefined;
  }
  if (identifier === 'urn:auth0:express-configure') {
    return { name: 'express', title: 'Express Configuration API' };
  }
  const path = /^https:\/\/[^/]+\.auth0(?:app)?\.com\/(api\/v2\/|me\/|my-org\/)$/.exec(identifier)?.[1];
  return path === undefined ? undefined : SYSTEM_APIS[path];
}
