// Runs after all tests.

import * as fs from 'node:fs';
import * as path from 'node:path';

/** What Node, npm and the compilers keep between runs, wherever they are told to put temporary files. */
const CACHES = /^(node-compile-cache|v8-compile-cache-\d+|tsx-\d+)$/;

/** Removes the temporary folder of the run. Fails if a test has left something in it. */
export default function tearDown() {
  const folder = process.env.TMPDIR!;
  const left = fs.readdirSync(folder).filter((file) => !CACHES.test(file));
  fs.rmSync(folder, { recursive: true });
  if (left.length > 0) {
    throw new Error(`tests have left ${left.length} files or folders in the temporary directory, such as ${path.join(folder, left[0])}`);
  }
}
