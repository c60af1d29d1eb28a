import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

it('the site of the docs builds, without a dead link', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'keyway-docs-'));
  const cli = join(root, 'node_modules', 'vitepress', 'bin', 'vitepress.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'build', join(root, 'docs'), '--outDir', outDir],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  expect(`${stdout}${stderr}`).toContain('build complete');
  expect(status).toBe(0);
  for (const page of ['index', 'architecture', 'decisions/index', 'generated/api/mutations'])
    expect(existsSync(join(outDir, `${page}.html`)), page).toBe(true);
  const architecture = readFileSync(join(outDir, 'architecture.html'), 'utf8');
  expect(architecture).toContain('href="/generated/checks.html"');
});
