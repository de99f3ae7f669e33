// Makes everything that a release would publish, for both packages, with checksums: in dist/release (`npm run release`).

import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { frameworkFor, LANGUAGES, missingFor } from './all';
import { run, step } from './shell';
import { packNpm, pacmak, ROOT, stage, WORK } from './stage';
import { CDKTF, CDKTN, ourNames } from '../frameworks';

const RELEASE = path.join(ROOT, 'dist/release');

/** The languages whose package is source text, in one archive for each of ours. */
const ARCHIVED = ['go', 'csharp'];

async function main() {
  const missing = LANGUAGES.flatMap(missingFor);
  if (missing.length > 0) {
    throw new Error(`a release needs ${missing.join(' and ')}`);
  }
  fs.rmSync(RELEASE, { recursive: true, force: true });
  for (const framework of [CDKTF, CDKTN]) {
    const called = `${framework.name}-auth0`;
    await packNpm(framework, path.join(RELEASE, 'npm'));
    for (const language of LANGUAGES) {
      const { name, title, target, options } = language;
      const folder = path.join(WORK, 'release');
      fs.mkdirSync(folder, { recursive: true });
      await frameworkFor(language, framework, folder);
      const made = await step(`${called}, ${title}`, async () => pacmak(await stage(framework, language), target, options, true));
      const to = path.join(RELEASE, name);
      fs.mkdirSync(to, { recursive: true });
      if (ARCHIVED.includes(name)) {
        const archive = name === 'go' ? path.posix.basename(ourNames(framework).go) : ourNames(framework).dotnet;
        await run('tar', ['czf', path.join(to, `${archive}.tar.gz`), '-C', made, '.'], { cwd: ROOT });
      } else {
        fs.cpSync(made, to, { recursive: true });
      }
    }
  }
  fs.writeFileSync(path.join(RELEASE, 'SHA256SUMS'), checksums());
  process.stdout.write(`${path.relative(ROOT, RELEASE)}/SHA256SUMS lists what can be published\n`);
}

/** A line for each file, in the form of sha256sum. */
function checksums(): string {
  const files = fs.readdirSync(RELEASE, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => path.relative(RELEASE, path.join(parentPath, name)))
    .sort();
  return files.map((file) => `${createHash('sha256').update(fs.readFileSync(path.join(RELEASE, file))).digest('hex')}  ${file}\n`).join('');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
