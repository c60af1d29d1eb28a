/** What the loop claims while some of its effects hang. */
import type { AdobePort, AwsPort, AzurePort, AzureSetupPort, VaultProbePort } from '@keyway/core';
import type { ClaimedEffect, EffectQueue, Store } from '@keyway/store';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { workLoop } from './workLoop.ts';

const effect = (id: number, attempt: number) =>
  ({
    type: 'observeStep',
    jobKey: `jobKey ${id}`,
    data: { attempt },
    runId: `run ${id}`,
    claims: 1,
    lease: { effectId: `effect ${id}` },
    work: {
      run: () => {
        throw new Error('cannot be read');
      },
    },
  }) as unknown as ClaimedEffect;

it('leaves half of the pool to effects that are not retrying, and claims again when a retrying one ends', async () => {
  const shutdown = new AbortController();
  const claims: [number, number | undefined][] = [];
  const ends = new Map<string, () => void>();
  const answers = [[effect(1, 1)], [effect(2, 2)], [effect(3, 0)], []];
  let waits = 0;
  const queue: Partial<EffectQueue> = {
    claim(limit, retrying) {
      claims.push([limit, retrying]);
      const answer = answers[claims.length - 1]!;
      if (claims.length === answers.length) shutdown.abort();
      return Promise.resolve(answer);
    },
    // Each is released at once, and ends when that is answered.
    postpone: ({ effectId }) => new Promise((resolve) => ends.set(effectId, () => resolve(true))),
    // Something new comes twice; afterwards only an effect that ends can wake the loop.
    waitForWork: (signal) =>
      new Promise((resolve) => {
        waits += 1;
        if (waits <= 2 || signal!.aborted) return resolve();
        signal!.addEventListener('abort', () => resolve());
        ends.get('effect 1')!();
      }),
  };
  const store = { queue } as unknown as Store;
  const log = pino({ level: 'silent' });
  const loop = workLoop(
    {
      store,
      azure: {} as AzurePort & AzureSetupPort,
      adobe: {} as AdobePort,
      aws: {} as AwsPort,
      vaults: {} as VaultProbePort,
      timeScale: 1,
      log,
    },
    4,
    shutdown.signal,
  );
  shutdown.signal.addEventListener('abort', () => ends.forEach((end) => end()));
  await loop;
  expect(claims).toEqual([
    [4, 2],
    [3, 1],
    [2, 0],
    [2, 1],
  ]);
});
