import { TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { apiInfoOf } from './api-info';
import { domainOf, providerInfoOfL1 } from './construct-tree';
import { keepFindings } from './findings';
import { providerMismatch } from '../rules/tenant/providers';
import { areTwoTenants, ProviderInfo } from '../tenant/provider';

/**
 * Keeps the finding that a construct and an API from `fromAttributes` have different providers.
 *
 * The JSON has only the identifier of such an API, so no rule between resources can find it.
 */
export function keepProviderMismatch(construct: IConstruct, name: string, l1: TerraformResource, api: IConstruct): void {
  const provider = api.node.defaultChild ? undefined : apiInfoOf(api)?.provider();
  if (!provider) {
    return;
  }
  const stack = TerraformStack.of(provider);
  const imported: ProviderInfo = {
    stack: stack.node.path,
    alias: provider.alias ?? '',
    get domain() {
      return domainOf(stack, provider.alias ?? '');
    },
  };
  const finding = {
    rule: 'provider-mismatch',
    severity: 'error' as const,
    get message() {
      return providerMismatch(l1.terraformResourceType, providerInfoOfL1(l1), api.node.path, imported);
    },
  };
  keepFindings(construct, name, [finding], () => areTwoTenants(providerInfoOfL1(l1), imported));
}
