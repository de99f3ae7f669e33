export * as bindings from './bindings';
export { Auth0Provider } from './bindings/provider';
