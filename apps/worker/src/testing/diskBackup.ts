/** The disk of the primary as it was, to be put back later. Imported by tests only. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect } from 'vitest';
import { address, primary } from './failingOver.ts';
import { aDayLater } from './restored.ts';
import { store } from './workerUnderTest.ts';

export const copied = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true });
  expect(spawnSync('cp', ['-a', from, to]).status).toBe(0);
};

/** Answers the folder of the copy; the primary continues. */
export async function diskBackup(name: string): Promise<string> {
  const copy = `${primary.data}-${name}`;
  address.cut();
  await primary.kill();
  copied(primary.data, copy);
  await primary.start();
  address.leadTo(primary.url, { closes: true });
  return copy;
}

/** A day later, as its processes find it that are connected again. */
export async function putBack(copy: string): Promise<void> {
  address.cut();
  await primary.kill();
  copied(copy, primary.data);
  await primary.start();
  await aDayLater(primary);
  address.leadTo(primary.url, { closes: true });
  await store.eras.beat();
}
