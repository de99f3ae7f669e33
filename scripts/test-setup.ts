// Runs before all tests.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import writeTwin from './twin';

/** Refreshes the copied tests, and gives the run a temporary folder of its own. */
export default function setUp() {
  writeTwin();
  process.env.TMPDIR = fs.mkdtempSync(path.join(os.tmpdir(), 'cdktf-auth0-tests-'));
}
