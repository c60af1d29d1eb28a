import type { DueCredential } from '@keyway/store';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { warnOfExpiry } from './warnOfExpiry.ts';

const log = pino({ level: 'silent' });
const due: DueCredential[] = ['a', 'b', 'c'].map((organizationId) => ({
  ...{ partnerId: 'p', organizationId, kind: 'azure', waits: false },
}));
const passOver = async (
  warn: (one: DueCredential) => Promise<7 | null>,
  { signal } = new AbortController(),
): Promise<void> => {
  const expiries = { due: () => Promise.resolve(due), warn };
  // Cast: the two methods that are used.
  await warnOfExpiry({ store: { expiries } as never, log }, signal);
};

it('warns about each, also after one that fails', async () => {
  const seen: string[] = [];
  await passOver(({ organizationId }) => {
    seen.push(organizationId);
    return organizationId === 'a' ? Promise.reject(new Error('no')) : Promise.resolve(7);
  });
  expect(seen).toEqual(['a', 'b', 'c']);
});

it('ends with the process', async () => {
  const stopping = new AbortController();
  const seen: string[] = [];
  await passOver(({ organizationId }) => {
    seen.push(organizationId);
    stopping.abort();
    return Promise.resolve(null);
  }, stopping);
  expect(seen).toEqual(['a']);
});

it('never rejects', async () => {
  const expiries = { due: () => Promise.reject(new Error('the database is away')) };
  // Cast: the one method that is used.
  const deps = { store: { expiries } as never, log };
  await expect(warnOfExpiry(deps, new AbortController().signal)).resolves.toBeUndefined();
});
