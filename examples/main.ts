import { App, TerraformStack } from 'cdktf';
import * as auth0 from 'cdktf-auth0';

const app = new App();
const stack = new TerraformStack(app, 'stub');
new auth0.Auth0Provider(stack, 'auth0');
new auth0.bindings.resourceServer.ResourceServer(stack, 'Api', { identifier: 'https://api.example.com' });
app.synth();
