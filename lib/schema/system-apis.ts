/** One of Auth0's own APIs. */
export interface SystemApi {
  readonly name: 'management' | 'my-account' | 'my-org' | 'express';
  readonly title: string;
  /** Whether it is this API beyond doubt. A host that only Terraform knows may be one of the user. */
  readonly isCertain: boolean;
}

type Named = Omit<SystemApi, 'isCertain'>;

const MANAGEMENT: Named = { name: 'management', title: 'Management API' };
const MY_ACCOUNT: Named = { name: 'my-account', title: 'My Account API' };

const BY_PATH: Readonly<Record<string, Named>> = {
  'api/v2/': MANAGEMENT,
  'me/': MY_ACCOUNT,
  'my-org/': { name: 'my-org', title: 'My Organization API' },
};

/** The provider recognizes these two by their names. */
const BY_NAME: Readonly<Record<string, Named>> = { 'Auth0 Management API': MANAGEMENT, 'Auth0 My Account API': MY_ACCOUNT };

/** A part of a host that only Terraform knows: `${var.domain}`. */
const EXPRESSION = String.raw`\$\{[^}]*\}`;
/** The host of a tenant, or one that only Terraform knows. */
const HOST = String.raw`(?:(?:[^/$]|${EXPRESSION})+\.auth0(?:app)?\.com|${EXPRESSION}(?:\.?${EXPRESSION})*)`;
const IDENTIFIER = new RegExp(String.raw`^https:\/\/(${HOST})\/(api\/v2\/|me\/|my-org\/)$`);

/** The attribute of `data.auth0_tenant` with the identifier of the Management API. */
const OF_TENANT = /^\$\{data\.auth0_tenant\.[^.]+\.management_api_identifier\}$/;

/**
 * Returns Auth0's own API with this identifier, or undefined. `https://api.example.com/api/v2/` is an API of the user.
 *
 * @param identifier a literal, or a text with Terraform's expressions: `https://${var.domain}/api/v2/`
 */
export function systemApiOf(identifier: unknown): SystemApi | undefined {
  if (typeof identifier !== 'string') {
    return undefined;
  }
  if (identifier === 'urn:auth0:express-configure') {
    return { name: 'express', title: 'Express Configuration API', isCertain: true };
  }
  if (identifier.endsWith('}') && OF_TENANT.test(identifier)) {
    return { ...MANAGEMENT, isCertain: true };
  }
  // most identifiers have another end
  const [, host, path] = (identifier.endsWith('/') && IDENTIFIER.exec(identifier)) || [];
  return path === undefined ? undefined : { ...BY_PATH[path], isCertain: /\.auth0(?:app)?\.com$/.test(host) };
}

/** Returns Auth0's own API that has this name. The provider takes every API of that name for it. */
export function systemApiNamed(name: unknown): SystemApi | undefined {
  return typeof name === 'string' && Object.hasOwn(BY_NAME, name) ? { ...BY_NAME[name], isCertain: false } : undefined;
}
