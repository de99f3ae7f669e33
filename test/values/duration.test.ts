import { TerraformOutput, TerraformVariable, Token } from 'cdktf';
import { Duration, ResourceServer } from '../../lib';
import { messageFor } from '../support/errors';
import { stackOf, synthesize } from '../support/synth';

test.each<[string, Duration, number]>([
  ['seconds', Duration.seconds(90), 90],
  ['minutes', Duration.minutes(90), 5400],
  ['hours', Duration.hours(2), 7200],
  ['days', Duration.days(30), 2592000],
  ['none', Duration.hours(0), 0],
  ['half a minute', Duration.minutes(0.5), 30],
  ['a whole number of seconds, in spite of rounding errors', Duration.minutes(1.1), 66],
  ['the same in hours', Duration.hours(1.1), 3960],
  ['a fraction of a second', Duration.seconds(0.25), 0.25],
  ['a fraction of a second, from minutes', Duration.minutes(0.0125), 0.75],
  ['a negative number', Duration.minutes(-1), -60],
  ['infinity', Duration.days(Infinity), Infinity],
])('%s', (_, duration, seconds) => {
  expect(duration.toSeconds()).toBe(seconds);
  expect(String(duration)).toBe(`${seconds} seconds`);
});

test('NaN stays NaN', () => {
  expect(Duration.seconds(NaN).toSeconds()).toBeNaN();
  expect(Duration.hours(NaN).toSeconds()).toBeNaN();
});

test.each<[string, any, string]>([
  ['nothing', undefined, 'was created from undefined or null: is an environment variable unset? [wrong-type]'],
  ['text', '60', 'must be a number, but a string was given [wrong-type]'],
  [
    'what is no number',
    NaN,
    'must be a whole number of seconds from 0 to 2592000 (30 days), but NaN was given [token-lifetime-range]',
  ],
])('of %s is refused where it is used', (_, amount, text) => {
  const tokenLifetime = Duration.seconds(amount);
  expect(() => new ResourceServer(stackOf(), 'Api', { identifier: 'a', tokenLifetime })).toThrow(
    new Error(messageFor("ResourceServer 'stack/Api'")(`tokenLifetime ${text}`)),
  );
});

describe('a token', () => {
  test('of seconds is itself', () => {
    const token = Token.asNumber({ resolve: () => 1 });
    expect(Duration.seconds(token).toSeconds()).toBe(token);
  });

  test('of something longer is calculated by Terraform', () => {
    const stack = stackOf();
    const amount = new TerraformVariable(stack, 'amount', { type: 'number' }).numberValue;
    for (const name of ['seconds', 'minutes', 'hours', 'days'] as const) {
      const duration = Duration[name](amount);
      expect(Token.isUnresolved(duration.toSeconds())).toBe(true);
      new TerraformOutput(stack, name, { value: duration.toSeconds(), staticId: true });
    }
    expect(synthesize(stack).output).toEqual({
      seconds: { value: '${var.amount}' },
      minutes: { value: '${(var.amount * 60)}' },
      hours: { value: '${(var.amount * 3600)}' },
      days: { value: '${(var.amount * 86400)}' },
    });
  });

  test('is not printed', () => {
    const token = Token.asNumber({ resolve: () => 1 });
    for (const duration of [Duration.seconds(token), Duration.minutes(token)]) {
      expect(String(duration)).toBe('a duration that Terraform knows');
    }
  });
});
