import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCommonJs } from '../../scripts/bundle';

const BUNDLE = join(__dirname, '../../lib/bundle');

test.each([
  [`import { join, sep as separator } from "node:path";`, `const { join, sep: separator } = require('node:path');`],
  [`import * as path from "node:path";`, `const path = require('node:path');`],
  [`import "./chunk.js";`, `require('./chunk.js');`],
  [`const a = 1;\nclass B {\n}\nexport {\n  a,\n  B as C\n};`, `const a = 1;\nclass B {\n}\nexports.a = a;\nexports.C = B;`],
])('%s becomes a module of CommonJS', (module, expected) => {
  expect(toCommonJs(module)).toBe(`"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n${expected}\n`);
});

test('no part of the library is in two files of the bundle', () => {
  const classes = readdirSync(BUNDLE).flatMap((file) =>
    Array.from(readFileSync(join(BUNDLE, file), 'utf8').matchAll(/jsii\.rtti"\)\] = \{ fqn: "([^"]*)"/g), ([, name]) => name));
  expect(classes).toContain('cdktf-auth0.ResourceServer');
  expect(classes).toHaveLength(new Set(classes).size);
});
