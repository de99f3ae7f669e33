import { bindings } from '../lib';
import * as auth0 from 'cdktf-auth0';

test('x', () => {
  expect(bindings.resourceServer.ResourceServer).toBe(auth0.bindings.resourceServer.ResourceServer);
});
