/** What is read with an observation, and what is left to an effect of its own. */
import { randomUUID } from 'node:crypto';
import { WORKER, type ObservationEffect, type Run, type RunEvent } from '@keyway/core';
import { aRun, exampleFacts } from '@keyway/testing';
import type { Following } from '@keyway/store';
import { expect, it } from 'vitest';
import {
  BEGINS_WITHIN_MILLISECONDS,
  READ_WITHIN_MILLISECONDS,
  readFollowing,
} from './readFollowing.ts';

const AT = '2026-11-24T00:00:00.000Z';
/** A run whose vault was just found. */
function vaultFound(): { run: Run; first: RunEvent } {
  const found = aRun().at('vault').complete('APP_REGISTRATION', 'AEP').at('network');
  const [vault] = found.events.splice(-1);
  const before = aRun({ organization: found.run.organization });
  for (const event of found.events.slice(1)) before.apply(event.kind, event.data, event.actor);
  return { run: before.run, first: vault! };
}

const seen = (run: Run, { data }: ObservationEffect): RunEvent => ({
  ...{ id: randomUUID(), at: AT, actor: WORKER, kind: 'factsObserved' },
  data: { ...data, facts: exampleFacts(run, data.track, data.step), timeScale: 1 },
});
const stepsOf = (following: readonly Following[]): string[] =>
  following.map(({ jobKey }) => jobKey.replace('observe:AEP:', ''));

function reads(
  read: (effect: ObservationEffect, run: Run, signal: AbortSignal) => Promise<RunEvent>,
  { begunAt = performance.now(), signal = new AbortController().signal } = {},
): { begun: string[]; following: Promise<Following[]> } {
  const { run, first } = vaultFound();
  const begun: string[] = [];
  const following = readFollowing(run, first, {
    ...{ begunAt, signal, now: () => new Date(AT) },
    read: (effect, after, ending) => {
      begun.push(effect.data.step);
      return read(effect, after, ending);
    },
  });
  return { begun, following };
}

it('reads what became possible together, and what that makes possible', async () => {
  const { begun, following } = reads(async (effect, run) => seen(run, effect));
  const all = await following;
  expect(stepsOf(all)).toEqual(['NETWORK', 'KEY', 'CONSENT', 'ROLE']);
  expect(begun).toEqual(['NETWORK', 'KEY', 'CONSENT', 'ROLE']);
  // Each with the run that named what was read.
  const role = all.at(-1)!.reading.run.tracks.AEP.steps;
  expect([role.CONSENT!.status, role.KEY!.status]).toEqual(['DONE', 'DONE']);
});

it('begins nothing where the first reading took long', async () => {
  const begunAt = performance.now() - BEGINS_WITHIN_MILLISECONDS;
  const { begun, following } = reads(async (effect, run) => seen(run, effect), { begunAt });
  expect(await following).toEqual([]);
  expect(begun).toEqual([]);
});

it(
  'does not wait for a cloud that hangs, and keeps what others answered',
  async () => {
    const ended = new Set<string>();
    const { begun, following } = reads(async (effect, run, signal) => {
      if (effect.data.step === 'KEY')
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended.add(effect.data.step);
      return seen(run, effect);
    });
    expect(stepsOf(await following)).toEqual(['NETWORK', 'CONSENT']);
    expect(ended).toContain('KEY');
    // The time is over.
    expect(begun).not.toContain('ROLE');
  },
  5 * READ_WITHIN_MILLISECONDS,
);

it('leaves what throws to its own effect, which reports it', async () => {
  const { following } = reads(async (effect, run) => {
    if (effect.data.step === 'CONSENT') throw new TypeError('A bug.');
    return seen(run, effect);
  });
  expect(stepsOf(await following)).toEqual(['NETWORK', 'KEY']);
});

it('ends when the worker stops or has lost its lease', async () => {
  const stopping = new AbortController();
  const { begun, following } = reads(
    async (effect, run) => {
      stopping.abort();
      return seen(run, effect);
    },
    { signal: stopping.signal },
  );
  expect(await following).toEqual([]);
  expect(begun).not.toContain('ROLE');
});
