import { App } from 'cdktf';
import * as auth0 from '../../lib';
import { stackOf } from '../support/synth';

test.each<[string, unknown, string]>([
  ['an app', () => App.of(stackOf()), 'a construct'],
  ['nothing', () => undefined, 'nothing'],
  ['the name of a stack', () => 'stack', 'a string'],
])('Access.of needs a stack: %s', (_, given: any, described) => {
  expect(() => auth0.Access.of(given())).toThrow(new Error(`stack must be a stack, but ${described} was given`));
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'nothing'],
  ['the name of a stack', 'stack', 'a string'],
])('AccessReport.of needs a construct: %s', (_, given: any, described) => {
  expect(() => auth0.AccessReport.of(given)).toThrow(new Error(`scope must be an app, a stack or a construct in it, but ${described} was given`));
});
