import type { IConstruct } from 'constructs';
import { resolveValue } from './resolve';
import { isUnknown } from './tokens';
import { SystemApi, systemApiNamed, systemApiOf } from '../schema/system-apis';

/**
 * Returns Auth0's own API that a configuration describes, or undefined: by its identifier, also if the domain in it is a
 * token, or by the name if the identifier is a token.
 */
export function systemApiIn(
  { identifier, name }: { readonly identifier?: unknown; readonly name?: unknown },
  scope: IConstruct,
): SystemApi | undefined {
  return systemApiBy(identifier, scope) ?? (isUnknown(identifier) ? systemApiNamed(name) : undefined);
}

/** Returns Auth0's own API that an identifier names, or undefined. */
export function systemApiBy(identifier: unknown, scope: IConstruct): SystemApi | undefined {
  return systemApiOf(isUnknown(identifier) ? textOf(identifier, scope) : identifier);
}

/** Returns what Terraform reads for a token. Undefined if CDKTF cannot resolve it; CDKTF reports that itself at synth. */
function textOf(value: unknown, scope: IConstruct): string | undefined {
  try {
    return String(resolveValue(value, scope));
  } catch {
    return undefined;
  }
}
