import type { Construct } from 'constructs';
import { IMPORTED_RESOURCE_SERVER_RULES } from '../rules/existing';
import { Finding } from '../rules/rule';
import { block, list, text } from '../schema/attributes';
import { throwUnlessAcknowledged } from '../synth/findings';
import type { Problem } from '../validation/convert';
import { guarded } from '../validation/guarded';
import { optionNames } from '../validation/options';
import { displayName, validate } from '../validation/validate';

/** The attributes of an API that is defined elsewhere. */
const ATTRIBUTES = block({ identifier: text(), resource_server_id: text(), scopes: list(text()) });

export const ATTRIBUTE_NAMES = optionNames('identifier', 'resourceServerId', 'scopes', 'provider');

/** Checks the attributes of an API that is defined elsewhere. Returns the findings to report at synth. */
export function checkAttributes(
  scope: Construct,
  id: string,
  attributes: object,
  problems: readonly Problem[],
): { name: string; findings: readonly Finding[] } {
  const name = displayName('ResourceServer', scope, id);
  const isNoObject = problems.some(({ path }) => path.length === 0);
  const { findings } = guarded(name, 'attributes', () => validate(ATTRIBUTES, isNoObject ? [] : IMPORTED_RESOURCE_SERVER_RULES, attributes,
    problems.map((one) => (one.path.length > 0 ? one : { ...one, path: ['attributes'] }))));
  return { name, findings: throwUnlessAcknowledged(scope, name, findings) };
}
