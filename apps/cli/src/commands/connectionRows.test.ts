import { expect, it } from 'vitest';
import { connectionRows } from './connectionRows.ts';

const CONNECTED = {
  state: 'CONNECTED',
  checkedAt: null,
  cause: null,
  remedy: null,
  expiry: null,
  replacement: null,
} as const;
const at = '2026-12-03T00:00:00.000Z';

it.each([
  [null, 'none; connect it with `keyway orgs connect`'],
  [CONNECTED, 'CONNECTED'],
  [
    { ...CONNECTED, expiry: { expiresAt: at, state: 'LATER', daysLeft: 90 } },
    `CONNECTED. Expires on ${at}`,
  ],
  [
    { ...CONNECTED, expiry: { expiresAt: at, state: 'WITHIN_7_DAYS', daysLeft: 5 } },
    `CONNECTED. Expires on ${at}, in 5 days: replace it`,
  ],
  [
    { ...CONNECTED, expiry: { expiresAt: at, state: 'WITHIN_7_DAYS', daysLeft: 1 } },
    `CONNECTED. Expires on ${at}, in 1 day: replace it`,
  ],
  [
    {
      ...CONNECTED,
      state: 'FAILED',
      cause: 'It expired',
      remedy: 'Replace it',
      expiry: { expiresAt: at, state: 'EXPIRED', daysLeft: 0 },
    },
    `FAILED. It expired. Replace it. EXPIRED on ${at}`,
  ],
] as const)('a connection is one row', (connection, text) => {
  expect(connectionRows('Azure', connection)).toEqual([['Azure connection', text]]);
});

it('has a second row for what is to replace it', () => {
  const replacement = { state: 'PENDING', cause: null, remedy: null, expiry: null } as const;
  expect(connectionRows('Adobe', { ...CONNECTED, replacement })).toEqual([
    ['Adobe connection', 'CONNECTED'],
    ['new credential', 'PENDING'],
  ]);
});
