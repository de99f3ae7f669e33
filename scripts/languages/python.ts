import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Language } from './language';
import { run, succeeds } from './shell';
import type { Framework } from '../frameworks';

export const PYTHON: Language = {
  target: 'python',
  name: 'python',
  title: 'Python',
  needs: [['python3', '-m', 'venv', '--help']],

  async isServed(framework, folder) {
    const place = { cwd: folder };
    await run('python3', ['-m', 'venv', '.venv'], place);
    return succeeds(pythonIn(folder), [...INSTALL, '--no-deps', pinned(framework)], place);
  },

  async use({ framework, folder, made, madeFramework, compare, report }) {
    const place = { cwd: folder };
    const python = pythonIn(folder);
    const frameworks = madeFramework === undefined ? [pinned(framework)] : wheelsIn(madeFramework);
    await run(python, [...INSTALL, ...frameworks, ...wheelsIn(made), 'pytest', 'mypy'], place);
    for (const program of ['first', 'main'] as const) {
      await compare(program, (env) => run(python, [`${program}.py`], { ...place, env }));
    }
    report(await run(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'], place));
    report(await run(python, ['-m', 'mypy', 'first.py', 'main.py', 'test_orders.py'], place));
  },
};

const INSTALL = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];

function pythonIn(folder: string): string {
  return path.join(folder, '.venv/bin/python');
}

function pinned({ name, version }: Framework): string {
  return `${name}==${version}`;
}

function wheelsIn(folder: string): string[] {
  return fs.readdirSync(folder).filter((file) => file.endsWith('.whl')).map((file) => path.join(folder, file));
}
