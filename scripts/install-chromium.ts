// Installs Chromium for the tests of the access report's page. Where that is not possible, these tests say what they miss.

import { spawnSync } from 'node:child_process';

const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

const isThere = run('chromium', '--version') ||
  (run('apt-get', '-qq', 'update') && run('apt-get', '-qq', 'install', '--no-install-recommends', 'chromium'));
if (!isThere) {
  console.log('Chromium cannot be installed');
}
