/** What `runs.json` says has to be in history: whoever changes stored runs alone is found. */
import { expect, it } from 'vitest';
import { packOfBytes } from './packSource.ts';
import { aChain, aKey, aPack, checkpointsOf } from './testing/aPack.ts';
import { verifyPack } from './verifyPack.ts';

const RUN = 'UnVuOjE';
const key = aKey();
const by = { name: 'Ana Approver', origin: 'console' };
const sha = 'a'.repeat(64);
const facts = {
  step: 'KEY',
  key: { outcome: 'unreadable', failure: { kind: 'throttled', retryAfterSeconds: 7 } },
};
const events: [kind: string, data: object][] = [
  ['stepAttested', { track: 'AEP', step: 'ENTITLEMENT', statement: 'Bought', reference: 'C-1' }],
  ['keyProvided', { track: 'AEP', keyIdentifier: ' https://a.vault.azure.net/keys/k/1 ' }],
  ['factsObserved', { track: 'AEP', facts }],
  ['checkOverridden', { track: 'AEP', check: 'keyIsLongEnough', reason: 'Agreed' }],
  ['approvalRequested', { track: 'AEP', evidenceHash: sha }],
  ['approvalGranted', { track: 'AEP', evidenceHash: sha }],
  ['configurationSending', { submissionId: 's', body: '{"name":"x"}' }],
  ['ticketRecorded', { caseNumber: 'E-1', url: null, openedAt: null }],
  ['cjaConfirmed', { confirmedBy: 'Dana', text: 'Done.', confirmedAt: null }],
  ['trackReread', { track: 'CJA', facts: [{ step: 'ROLE', assignments: [] }] }],
  ['commentAdded', { text: 'x' }],
  ['approvalRefused', { track: 'CJA', reason: 'No' }],
];
const chain = aChain(events.length, (entry, index) => {
  const [kind, data] = events[index]!;
  return { ...entry, run: RUN, kind, data };
});
const at = (kind: string): string => chain.find(({ entry }) => entry.kind === kind)!.entry.at;

/** As the product writes it. */
const runs = () => [
  {
    id: RUN,
    tracks: [
      {
        id: 'AEP',
        key: { given: 'https://a.vault.azure.net/keys/k/1', providedAt: at('keyProvided') },
        approval: {
          ...{ status: 'spent', evidenceHash: sha, requestedBy: by, decidedBy: by },
          ...{ requestedAt: at('approvalRequested'), decidedAt: at('approvalGranted') },
        },
        submission: { id: 's', sends: 1, body: '{"name":"x"}' },
        ticket: null,
        confirmation: null,
        steps: {
          ENTITLEMENT: {
            attestation: { statement: 'Bought', reference: 'C-1', by, at: at('stepAttested') },
            facts: null,
            checks: [],
          },
          KEY: {
            attestation: null,
            facts: {
              step: 'KEY',
              key: {
                failure: { retryAfterSeconds: null, kind: 'throttled' },
                outcome: 'unreadable',
              },
            },
            checks: [
              {
                check: 'keyIsLongEnough',
                override: { reason: 'Agreed', by, at: at('checkOverridden') },
              },
            ],
          },
        },
      },
      {
        id: 'CJA',
        key: null,
        approval: null,
        submission: null,
        ticket: { caseNumber: 'E-1', url: null, recordedAt: at('ticketRecorded'), recordedBy: by },
        confirmation: { confirmedBy: 'Dana', text: 'Done.', recordedBy: by },
        steps: { ROLE: { attestation: null, facts: { step: 'ROLE', assignments: [] } } },
      },
    ],
  },
];

async function found(stated: unknown, parts: Partial<Parameters<typeof aPack>[0]> = {}) {
  const checkpoints = checkpointsOf(chain, [chain.length], key);
  const pack = await aPack({ chain, checkpoints, key, runs: stated, ...parts });
  const { problems } = await verifyPack(await packOfBytes(pack), { keys: { keys: [key.jwk] } });
  return problems.map(({ code, entry }) => [code, entry?.slice(RUN.length + 2)]);
}

it('fits where history says all of it', async () => {
  expect(await found(runs())).toEqual([]);
  expect(await found([])).toEqual([]);
});

it.each([
  ['Bought', 'Sold', 'AEP ENTITLEMENT attestation'],
  ['"C-1"', '"C-2"', 'AEP ENTITLEMENT attestation'],
  ['keys/k/1', 'keys/k/2', 'AEP key'],
  ['throttled', 'denied', 'AEP KEY facts'],
  ['Agreed', 'Agreed by all', 'AEP keyIsLongEnough override'],
  ['a'.repeat(64), 'b'.repeat(64), 'AEP approval, requested by'],
  ['{\\"name\\":\\"x\\"}', '{\\"name\\":\\"y\\"}', 'AEP submission'],
  ['E-1', 'E-2', 'CJA ticket'],
  ['Dana', 'Mallory', 'CJA confirmation'],
  ['"assignments":[]', '"assignments":[1]', 'CJA ROLE facts'],
])('finds %s changed to %s', async (from, to, where) => {
  const text = JSON.stringify(runs());
  expect(text).toContain(from);
  expect(await found(JSON.parse(text.replaceAll(from, to)))).toContainEqual([
    ...['statedOtherwise', where],
  ]);
});

it('finds another person, and another time', async () => {
  const text = JSON.stringify(runs());
  const others = await found(JSON.parse(text.replaceAll('Ana Approver', 'Mallory')));
  expect(others.map(([, where]) => where)).toEqual(
    expect.arrayContaining([
      'AEP approval, requested by',
      'AEP approval, decided by',
      'CJA ticket',
    ]),
  );
  const later = text.replace(at('ticketRecorded'), '2026-02-01T00:00:00.000Z');
  expect(await found(JSON.parse(later))).toEqual([['statedOtherwise', 'CJA ticket']]);
});

it('can’t say it of a part of history', async () => {
  const text = JSON.stringify(runs()).replace('Bought', 'Sold');
  expect(await found(JSON.parse(text), { from: 1 })).toEqual([]);
});
