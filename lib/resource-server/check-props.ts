import type { Construct } from 'constructs';
import type { ResourceServerProps } from './resource-server-props';
import { withSafeDefaults } from './safe-defaults';
import { ScopeList } from './scope-list';
import { findUndefinedPolicies, toBinding } from './to-binding';
import { systemApiIn } from '../framework/system-api';
import { RESOURCE_SERVER_RULES } from '../rules/resource-server';
import { Circumstances } from '../rules/rule';
import { RESOURCE_SERVER } from '../schema/resource-server';
import { nowFor } from '../synth/acknowledgements';
import { throwUnlessAcknowledged } from '../synth/findings';
import { guarded } from '../validation/guarded';
import { validate } from '../validation/validate';

/** What is known of an API beside its properties. An import can tell more. */
export type Recognized = { -readonly [Name in keyof Circumstances]: Circumstances[Name] };

/** Converts and checks the props. Returns the findings to report at synth. */
export function checkProps(scope: Construct, name: string, props: ResourceServerProps) {
  // not in the constructor: its other functions would keep the props in memory
  return guarded(name, 'props', () => check(scope, name, props));
}

function check(scope: Construct, name: string, props: ResourceServerProps) {
  const { config: given, problems, values } = toBinding(name, props);
  const hasDefaults = values.safeDefaults !== false;
  const systemApi = systemApiIn(given, scope);
  const config = hasDefaults ? withSafeDefaults(given, systemApi) : given;
  // only a definition without defaults may come from `auth0 tf generate`
  const circumstances: Recognized = { systemApi, mayExist: !hasDefaults };
  const scopes = new ScopeList(given.identifier, values.scopes, circumstances);
  const now = nowFor(scope);
  const { findings } = validate(RESOURCE_SERVER, RESOURCE_SERVER_RULES, config, problems, now, circumstances);
  const all = [...findings, ...findUndefinedPolicies(values, now), ...scopes.validate()];
  return { values, given, config, circumstances, scopes, kept: throwUnlessAcknowledged(scope, name, all) };
}
