import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sameConfiguration } from '../../bench/same-configuration';
import { folderForEachTest } from '../support/folders';

const PROGRAM = join(__dirname, '../../bench/programs/apis.js');

const folder = folderForEachTest();

function stackOf(library: string): string {
  const output = join(folder(), library);
  const [ms, peakKb] = Object.values<number>(JSON.parse(execFileSync(process.execPath, [PROGRAM, library, '3', '2', output], { encoding: 'utf8' })));
  expect(ms).toBeGreaterThan(0);
  expect(peakKb).toBeGreaterThan(0);
  return join(output, 'stacks/bench/cdk.tf.json');
}

test('what the benchmark compares says the same, and it notices where it does not', () => {
  const [ours, raw] = [stackOf('ours'), stackOf('raw')];
  expect(sameConfiguration(ours, raw)).toBe(true);
  writeFileSync(raw, readFileSync(raw, 'utf8').replace('3600', '3601'));
  expect(sameConfiguration(ours, raw)).toBe(false);
}, 60_000);
