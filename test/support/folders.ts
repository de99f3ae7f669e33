import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a program with a new folder, and removes the folder afterwards. */
export function withFolder<Result>(program: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'cdktf-auth0-'));
  try {
    return program(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A new folder for each test of the current `describe` block. It is removed after the test. */
export function folderForEachTest(): () => string {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdktf-auth0-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return () => folder;
}

/** A new folder for all tests of the current `describe` block. It is removed after the last test. */
export function folderForAllTests(): () => string {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cdktf-auth0-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return () => folder;
}

/** Runs a program with `CDKTF_OUTDIR`: its apps write to this folder unless they set another. */
export function withOutdir<Result>(folder: string, program: () => Result): Result {
  const { CDKTF_OUTDIR } = process.env;
  process.env.CDKTF_OUTDIR = folder;
  try {
    return program();
  } finally {
    delete process.env.CDKTF_OUTDIR;
    Object.assign(process.env, CDKTF_OUTDIR === undefined ? {} : { CDKTF_OUTDIR });
  }
}
