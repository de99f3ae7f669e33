import * as path from 'node:path';
import type { Language } from './language';
import { run, succeeds } from './shell';
import { ourNames } from '../frameworks';

/** `go mod tidy` may complete go.mod. */
const MODULES = { env: { GOFLAGS: '-mod=mod' } };

export const GO: Language = {
  target: 'go',
  name: 'go',
  title: 'Go',
  needs: [['go', 'version']],
  options: ['--code-only'], // a program compiles what it imports; all packages would take minutes

  isServed({ names: { go, goPackage }, version }, folder) {
    return succeeds('go', ['mod', 'download', `${go}/${goPackage}@v${version}`], { cwd: folder, ...MODULES });
  },

  async use({ framework, folder, made, madeFramework, compare, report }) {
    const place = { cwd: folder, ...MODULES };
    const { go, goPackage } = framework.names;
    const ours = ourNames(framework);
    const replace = (module: string, by: string) => run('go', ['mod', 'edit', `-replace=${module}=${by}`], place);
    await replace(`${ours.go}/${ours.goPackage}`, path.join(made, ours.goPackage));
    if (madeFramework !== undefined) {
      await replace(`${go}/${goPackage}`, path.join(madeFramework, goPackage));
    }
    await run('go', ['mod', 'tidy'], place);
    for (const [program, source] of [['first', './first'], ['main', '.']] as const) {
      await compare(program, (env) => run('go', ['run', source], { ...place, env: { ...place.env, ...env } }));
    }
    report(await run('go', ['test', '-count=1', './...'], place));
  },
};
