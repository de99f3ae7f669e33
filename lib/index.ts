export * from './authorization-details';
export * from './consent-policy';
export * from './duration';
export * from './encryption-alg';
export * from './encryption-key';
export * from './errors';
export * from './proof-of-possession';
export * from './resource-server';
export * from './resource-server-props';
export * from './signing-alg';
export * from './signing-secret';
export * from './subject-type-authorization';
export * from './token-dialect';
export * from './token-encryption';

export { Auth0Provider } from './bindings/provider';
export * as bindings from './bindings';
