import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findTool } from './tools.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-tools-test-'));
  vi.stubEnv('KEYWAY_TOOLS', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('says which tool can’t be installed and why, and leaves nothing half made', async () => {
  vi.stubEnv('PATH', '');
  expect(await findTool('helm')).toEqual({
    missing: expect.stringMatching(/^helm 3\.\d+\.\d+ could not be installed: .*ENOENT/) as string,
  });
  expect(readdirSync(folder)).toEqual([]);
});

it('uses what is there without any program', async () => {
  vi.stubEnv('PATH', '');
  const { missing } = (await findTool('kubeconform')) as { missing: string };
  const [, version] = /kubeconform (\S+)/.exec(missing)!;
  writeFileSync(join(folder, `kubeconform-${version}`), '');
  expect(await findTool('kubeconform')).toEqual({ path: join(folder, `kubeconform-${version}`) });
});
