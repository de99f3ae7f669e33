import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from './language';
import { run, succeeds } from './shell';
import { WORK } from './stage';
import { CDKTF, ourNames } from '../frameworks';

/** What Maven downloads is kept, but for the packages that are made here. */
const REPOSITORY = path.join(WORK, 'maven');
const LOCAL = `-Dmaven.repo.local=${REPOSITORY}`;

export const JAVA: Language = {
  target: 'java',
  name: 'java',
  title: 'Java',
  needs: [['mvn', '--version'], ['javac', '-version']],
  options: ['--maven-local-repository', REPOSITORY],

  isServed({ names: { maven: { groupId, artifactId } }, version }, folder) {
    for (const own of [ourNames(CDKTF).maven.groupId, groupId]) {
      fs.rmSync(path.join(REPOSITORY, ...own.split('.')), { recursive: true, force: true });
    }
    const artifact = `-Dartifact=${groupId}:${artifactId}:${version}`;
    return succeeds('mvn', ['-q', '-B', LOCAL, 'dependency:get', artifact, '-Dtransitive=false'], { cwd: folder });
  },

  async use({ folder, made, madeFramework, compare, report }) {
    fs.writeFileSync(path.join(folder, 'settings.xml'), settings(madeFramework === undefined ? [made] : [made, madeFramework]));
    const mvn = (args: string[], env?: Readonly<Record<string, string>>) =>
      run('mvn', ['-B', '-ntp', '-s', 'settings.xml', LOCAL, ...args], { cwd: folder, env });
    report(await mvn(['test']));
    for (const [program, main] of [['first', 'First'], ['main', 'Main']] as const) {
      await compare(program, (env) => mvn(['-q', 'exec:java', `-Dexec.mainClass=orders.${main}`], env));
    }
  },
};

function settings(folders: string[]): string {
  const repositories = folders.map((folder, index) =>
    `<repository><id>local${index}</id><url>${pathToFileURL(folder).href}</url></repository>`);
  return `<settings>
  <profiles><profile><id>local</id><repositories>${repositories.join('')}</repositories></profile></profiles>
  <activeProfiles><activeProfile>local</activeProfile></activeProfiles>
</settings>
`;
}
