// Every example in one app: what `cdktf synth` runs. Each is a program by itself, too.

import { App } from 'cdktf';
import { CompleteStack } from './complete/main';
import { FinancialGradeStack } from './financial-grade/main';
import { Hs256Stack } from './hs256/main';
import { McpServerStack } from './mcp-server/main';
import { MinimalStack } from './minimal/main';

const app = new App();

new CompleteStack(app, 'complete');
new FinancialGradeStack(app, 'financial-grade');
new Hs256Stack(app, 'hs256');
new McpServerStack(app, 'mcp-server');
new MinimalStack(app, 'minimal');

app.synth();
