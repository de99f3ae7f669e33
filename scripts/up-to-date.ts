import { createHash } from 'node:crypto';
import * as fs from 'node:fs';

/**
 * Runs `work`, unless it has already run with exactly these inputs.
 *
 * The stamp file is written last, so work that was interrupted runs again.
 */
export async function skipIfUpToDate(stamp: string, inputs: string[], work: () => void | Promise<void>) {
  const hash = createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) {
    return;
  }
  fs.rmSync(stamp, { force: true });
  await work();
  fs.writeFileSync(stamp, hash);
}
