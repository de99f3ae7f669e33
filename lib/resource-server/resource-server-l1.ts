import type { Construct } from 'constructs';
import { Dependent, withDependentDefaults } from './safe-defaults';
import * as binding from '../bindings/resource-server';
import { withFastSynthesis } from '../framework/fast-synthesis';
import { overridesOf } from '../framework/overrides';

const ATTRIBUTES: Readonly<Record<Dependent, string>> = {
  tokenDialect: 'token_dialect',
  tokenLifetime: 'token_lifetime',
  tokenLifetimeForWeb: 'token_lifetime_for_web',
};

const NO_OVERRIDES = {};

/**
 * The L1 of an API.
 *
 * A default that depends on other attributes follows these until the end: what an Aspect, a setter or `addOverride` makes
 * of them. Who sets or resets the attribute itself has the last word.
 */
export class ResourceServer extends withFastSynthesis(binding.ResourceServer) {
  readonly #dependent: Set<Dependent>;

  /** @param dependent the attributes whose values in the configuration are defaults that depend on other attributes */
  public constructor(scope: Construct, id: string, config: binding.ResourceServerConfig, dependent: readonly Dependent[]) {
    super(scope, id, config);
    this.#dependent = new Set(dependent);
    this.#store(dependent, () => undefined);
  }

  public override get tokenDialectInput(): string | undefined {
    return super.tokenDialectInput ?? this.#defaultOf('tokenDialect');
  }

  public override get tokenLifetimeInput(): number | undefined {
    return super.tokenLifetimeInput ?? this.#defaultOf('tokenLifetime');
  }

  public override get tokenLifetimeForWebInput(): number | undefined {
    return super.tokenLifetimeForWebInput ?? this.#defaultOf('tokenLifetimeForWeb');
  }

  public override resetTokenDialect(): void {
    this.#dependent.delete('tokenDialect');
    super.resetTokenDialect();
  }

  public override resetTokenLifetime(): void {
    this.#dependent.delete('tokenLifetime');
    super.resetTokenLifetime();
  }

  public override resetTokenLifetimeForWeb(): void {
    this.#dependent.delete('tokenLifetimeForWeb');
    super.resetTokenLifetimeForWeb();
  }

  protected override synthesizeAttributes(): Record<string, any> {
    const attributes = super.synthesizeAttributes();
    for (const name of this.#dependent) {
      if (attributes[ATTRIBUTES[name]] === undefined) {
        attributes[ATTRIBUTES[name]] = this.#defaultOf(name);
      }
    }
    return attributes;
  }

  protected override synthesizeHclAttributes(): Record<string, any> {
    const unset = Array.from(this.#dependent).filter((name) => this.#stored[name] === undefined);
    const defaults = Object.fromEntries(unset.map((name) => [name, this.#defaultOf(name)]));
    this.#store(unset, (name) => defaults[name]);
    try {
      return super.synthesizeHclAttributes();
    } finally {
      this.#store(unset, () => undefined);
    }
  }

  #store(names: readonly Dependent[], valueOf: (name: Dependent) => unknown): void {
    names.forEach((name) => Object.assign(this, { [name]: valueOf(name) }));
  }

  /** What is set, without defaults. */
  get #stored(): Partial<Record<Dependent, any>> {
    return {
      tokenDialect: super.tokenDialectInput,
      tokenLifetime: super.tokenLifetimeInput,
      tokenLifetimeForWeb: super.tokenLifetimeForWebInput,
    };
  }

  #defaultOf<Name extends Dependent>(name: Name): Pick<binding.ResourceServerConfig, Dependent>[Name] {
    if (!this.#dependent.has(name)) {
      return undefined;
    }
    const overrides: any = overridesOf(this) ?? NO_OVERRIDES;
    const { tokenLifetime, tokenLifetimeForWeb } = this.#stored;
    return withDependentDefaults({
      enforcePolicies: 'enforce_policies' in overrides ? overrides.enforce_policies : this.enforcePoliciesInput,
      tokenLifetime: 'token_lifetime' in overrides ? overrides.token_lifetime : tokenLifetime,
      tokenLifetimeForWeb: 'token_lifetime_for_web' in overrides ? overrides.token_lifetime_for_web : tokenLifetimeForWeb,
    })[name];
  }
}
