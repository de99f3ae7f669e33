import { api, Group, rawApi } from './example';

const pop = (value: string) => api(`proofOfPossession: auth0.ProofOfPossession.${value}`);
const rawPop = (block: string) => rawApi(`proofOfPossession: { ${block} }`);

const PUBLIC_CLIENTS = 'requiredFor: auth0.ProofOfPossessionRequiredFor.PUBLIC_CLIENTS';

export const SENDER_CONSTRAINING: Group = {
  title: 'Sender constraining',
  text: 'A token can be bound to the application that asked for it, so that a stolen token is useless.',
  examples: {
    'pop-mechanism-enum': {
      why: 'Auth0 knows two mechanisms. `ProofOfPossession` has a method for each.',
      wrong: rawPop("mechanism: 'tls', required: true"),
      right: pop('mtls()'),
    },
    'pop-mechanism-and-required': {
      why: 'Auth0 refuses one without the other. The methods of `ProofOfPossession` write both.',
      wrong: rawPop("mechanism: 'dpop'"),
      right: pop('dpop()'),
    },
    'pop-disable-exclusive': {
      why: 'The two contradict each other. The typed property is either a mechanism or `disabled()`.',
      wrong: rawPop("disable: true, mechanism: 'dpop', required: true"),
      right: pop('disabled()'),
    },
    'pop-mtls-all-clients': {
      why: 'With mTLS an application shows its certificate. A public application, such as a single-page app, has none.',
      wrong: pop(`mtls({ ${PUBLIC_CLIENTS} })`),
      right: pop('mtls({ requiredFor: auth0.ProofOfPossessionRequiredFor.ALL_CLIENTS })'),
    },
    'pop-required-for-enum': {
      why: 'Auth0 knows these two groups of applications only.',
      wrong: rawPop("mechanism: 'dpop', required: true, requiredFor: 'spa'"),
      right: pop(`dpop({ ${PUBLIC_CLIENTS} })`),
    },
    'pop-required-for-ineffective': {
      why: 'With `required: false`, no application has to bind its tokens.',
      wrong: pop(`dpop({ required: false, ${PUBLIC_CLIENTS} })`),
      right: pop(`dpop({ ${PUBLIC_CLIENTS} })`),
    },
    'pop-mtls-required-false': {
      why: 'The code says that mTLS is optional. Auth0 requires it all the same, so applications without a certificate get no token.',
      wrong: pop('mtls({ required: false })'),
      right: pop('mtls()'),
    },
  },
};
