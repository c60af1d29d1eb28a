/** What a pack is written from is read in parts: few rows and bytes at a time, and all of it. */
import { aDatabase, anOccurrence, aPartner } from '@keyway/testing';
import type { TestDatabase, TestPartner } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportedEntry } from '../index.ts';

const MAX_ENTRIES = 250;
const MAX_BYTES = 256 * 1024;

let database: TestDatabase;
let partner: TestPartner;
let organizationId: string;
beforeAll(async () => {
  database = await aDatabase();
  partner = await aPartner(database, await database.store(), 'Partner');
  organizationId = (await partner.organization()).id;
});
afterAll(() => database.close());

/** Appends entries, of which every tenth is wanted, with so much data each. */
async function append(count: number, characters: number): Promise<void> {
  const { store } = partner;
  await store.mutate({ principal: 'p', operation: 't', input: null }, async (unit) => {
    for (let index = 0; index < count; index += 1)
      await unit.history.append(
        organizationId,
        index % 10 === 0 ? 'organizationRestored' : 'evidenceExported',
        { text: 'x'.repeat(characters) },
        anOccurrence(),
      );
  });
}
const bytesOf = (entries: readonly ExportedEntry[]): number =>
  entries.reduce((sum, { text }) => sum + text.length, 0);

it('holds at most 250 entries and 256 KiB at a time, and one where it is larger', async () => {
  await append(600, 10);
  await append(20, 100_000);
  await append(2, 300_000);
  const to = 1 + 600 + 20 + 2;
  const range = { organizationId, from: 0, to };
  const [all, some]: [number[], number[]] = [[], []];
  const isBounded = (entries: readonly ExportedEntry[]): boolean =>
    entries.length <= MAX_ENTRIES && (entries.length === 1 || bytesOf(entries) <= MAX_BYTES);
  for await (const { entries, bytes } of partner.store.historyLines(range)) {
    expect(isBounded(entries)).toBe(true);
    expect(bytes.toString('utf8').split('\n')).toHaveLength(entries.length + 1);
    all.push(...entries.map(({ seq }) => seq));
  }
  expect(all).toEqual(Array.from({ length: to }, (_, index) => index + 1));
  for await (const entries of partner.store.entriesOf(range, ['organizationRestored'])) {
    expect(isBounded(entries)).toBe(true);
    some.push(...entries.map(({ seq }) => seq));
  }
  expect(some).toHaveLength(60 + 2 + 1);
  const part = { organizationId, from: 300, to: 310 };
  for await (const entries of partner.store.entriesOf(part, ['organizationRestored']))
    expect(entries.every(({ seq }) => seq > 300 && seq <= 310)).toBe(true);
});
