// All examples in one app, for `cdktf synth`. Each example is also a program of its own.

import { App } from 'cdktf';
import { AdoptExistingStack } from './adopt-existing/main';
import { Auth0ApisStack } from './auth0-apis/main';
import { CompleteStack } from './complete/main';
import { FinancialGradeStack } from './financial-grade/main';
import { Hs256Stack } from './hs256/main';
import { MachineToMachineStack } from './machine-to-machine/main';
import { McpServerStack } from './mcp-server/main';
import { MinimalStack } from './minimal/main';
import { OrganizationsStack } from './organizations/main';
import { SeveralStacksAccessStack, SeveralStacksApiStack } from './several-stacks/main';
import { SpaRbacStack } from './spa-rbac/main';
import { StarterStack } from './starter/main';
import { ThirdPartyDefaultStack } from './third-party-default/main';

const app = new App();

new AdoptExistingStack(app, 'adopt-existing');
new Auth0ApisStack(app, 'auth0-apis');
new CompleteStack(app, 'complete');
new FinancialGradeStack(app, 'financial-grade');
new Hs256Stack(app, 'hs256');
new MachineToMachineStack(app, 'machine-to-machine');
new McpServerStack(app, 'mcp-server');
new MinimalStack(app, 'minimal');
new OrganizationsStack(app, 'organizations');
const { orders } = new SeveralStacksApiStack(app, 'several-stacks-api');
new SeveralStacksAccessStack(app, 'several-stacks-access', orders);
new SpaRbacStack(app, 'spa-rbac');
new StarterStack(app, 'starter');
new ThirdPartyDefaultStack(app, 'third-party-default');

app.synth();
