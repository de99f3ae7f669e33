export * as access from './access';
export * from './synth';
