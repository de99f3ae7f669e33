import { TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';
import { hasPlainText } from '../framework/expression';
import { PROVIDER_SECRET_RULES } from '../rules/provider';
import { Finding, runRules } from '../rules/rule';
import { propNames } from '../schema/names';
import { PROVIDER_SECRETS } from '../schema/provider';
import { UNKNOWN, Value } from '../schema/value';

const NAMES = propNames(PROVIDER_SECRETS);

/** Whether a construct is a provider of Auth0, from this library or from other bindings. */
export function isAuth0Provider(construct: IConstruct): construct is TerraformProvider {
  return TerraformProvider.isTerraformProvider(construct) && construct.terraformResourceType === 'auth0';
}

/** Checks the secrets of a provider. */
export function checkProvider(provider: TerraformProvider, now: Date): Finding[] {
  const members = provider as unknown as Readonly<Record<string, unknown>> & { readonly rawOverrides: Readonly<Record<string, unknown>> };
  const secrets = Object.fromEntries(PROVIDER_SECRETS.members.map(({ name, key }) =>
    [name, secretOf(members.rawOverrides[name] ?? members[`${key}Input`], provider)] as const));
  return runRules(PROVIDER_SECRET_RULES, secrets, NAMES, now);
}

/** A secret with plain text in it is known; its text stays out of the rules. */
function secretOf(value: unknown, provider: IConstruct): Value<string> {
  return value === undefined || value === null ? undefined : hasPlainText(value, provider) ? 'plain text' : UNKNOWN;
}
