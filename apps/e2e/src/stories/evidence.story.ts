/** An auditor downloads what proves everything, and verifies it offline by the command line. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, story } from '../person/story.ts';
import { prepare } from '../product/customers.ts';
import { runningProduct } from '../product/running.ts';
import { approve, requestApproval, untilApprovable } from '../product/runs.ts';
import { createCustomer } from '../product/sandbox.ts';
import { nodeOfProject, root } from '../product/startProduct.ts';

const KEYWAY = join(root, 'apps', 'cli', 'dist', 'keyway.mjs');

interface Verified {
  code: number;
  output: string;
}

async function verify(folder: string, file: string): Promise<Verified> {
  const env = { ...process.env, KEYWAY_CONFIG_DIR: folder, NO_COLOR: '1' };
  const args = [KEYWAY, 'evidence', 'verify', file, '--keys', join(folder, 'keys.json')];
  try {
    const { stdout, stderr } = await promisify(execFile)(nodeOfProject, args, { env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

story('an auditor downloads the evidence, and anybody verifies it', async ({ person }) => {
  const run = await prepare(await createCustomer('happyPath'), 'Graphic Design Institute');
  await untilApprovable(run, 'AEP');
  await requestApproval(run, 'AEP');
  await approve(run, 'AEP');

  const aud = await person('aud');
  await aud.goto(`/organizations/${encodeURIComponent(run.organizationId)}`);
  const panel = aud.getByRole('region', { name: 'Evidence' });
  const folder = await mkdtemp(join(tmpdir(), 'keyway-evidence-'));
  const begun = aud.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download evidence' }).click();
  const download = await begun;
  expect(download.suggestedFilename()).toMatch(/^keyway-evidence-[0-9A-F]+-AdobeOrg\.zip$/);
  const file = join(folder, 'pack.zip');
  await download.saveAs(file);
  await expect(panel).toContainText('Your browser downloads the evidence');

  const keys = await fetch(`${runningProduct().url}/.well-known/keyway-keys.json`);
  await writeFile(join(folder, 'keys.json'), await keys.text());
  const whole = await verify(folder, file);
  expect(whole.output).toContain('everything fits');
  expect(whole.code).toBe(0);

  const bytes = await readFile(file);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  const changed = join(folder, 'changed.zip');
  await writeFile(changed, bytes);
  expect((await verify(folder, changed)).code).toBe(1);

  // The export is in the history of the organization.
  await aud.goto(`/history?organization=${encodeURIComponent(run.organizationId)}`);
  await expect(aud.getByRole('listitem').filter({ hasText: 'xported' }).first()).toBeVisible();
  await rm(folder, { recursive: true });
});
