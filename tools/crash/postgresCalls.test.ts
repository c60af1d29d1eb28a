/** Calls and answers are found wherever a network cuts the bytes. */
import { expect, it } from 'vitest';
import { Answers, SentCalls } from './postgresCalls.ts';

const message = (kind: string, body: Buffer | string): Buffer => {
  const bytes = Buffer.concat([Buffer.from(`${kind}....`), Buffer.from(body)]);
  bytes.writeInt32BE(bytes.length - 1, 1);
  return bytes;
};
const bind = (statement: string, parameters: readonly (string | null)[]): Buffer => {
  const count = Buffer.alloc(2);
  count.writeInt16BE(parameters.length);
  const values = parameters.map((value) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value === null ? -1 : Buffer.byteLength(value));
    return Buffer.concat([length, Buffer.from(value ?? '')]);
  });
  const noFormats = Buffer.alloc(2);
  return message(
    'B',
    Buffer.concat([Buffer.from(`\0${statement}\0`), noFormats, count, ...values]),
  );
};
const START = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
const SYNC = message('S', '');
const WRITE = 'advance_write_change_0123456789ab';
const KNOWN = 'advance_write_known_change_0123456789ab';
const DATA = JSON.stringify({ track: 'AEP', facts: { step: 'VAULT' } });
/** As `advanceRun` sends what it appends to history. */
const ENTRIES = JSON.stringify([
  { id: '1', seq: 2, kind: 'setupChangeStarted', data: '{"track":"CJA","change":"CREATE_KEY"}' },
  { id: '2', seq: 3, kind: 'factsObserved', data: DATA },
]);
const sent = Buffer.concat([
  START,
  message('p', 'secret\0'),
  message('Q', 'begin\0'),
  message('P', `\0select 1\0\0\0`),
  bind('', []),
  SYNC,
  bind(WRITE, ['9', null, 'factsObserved', DATA]),
  message('E', '\0....'),
  SYNC,
  message('Q', 'commit\0'),
  bind('set_scope_0123456789ab', ['role']),
  bind(KNOWN, ['9', null, 'factsObserved', DATA]),
  SYNC,
  bind('set_scope_0123456789ab', ['role']),
  bind(KNOWN, ['9', '[{"job_key":"a"}]', ENTRIES, 'null']),
  SYNC,
  bind('set_scope_by_index_0123456789ab', ['role']),
  bind('effect_claim_asc_0123456789ab', ['32']),
  bind('claimed_runs_0123456789ab', []),
  SYNC,
  bind('set_scope_0123456789ab', ['role']),
  bind('known_run_0123456789ab', []),
  SYNC,
]);

/** In pieces of every length. */
const pieces = (bytes: Buffer, length: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  );

it('names each call, and passes on every byte', () => {
  for (let length = 1; length <= sent.length; length += 1) {
    const calls = new SentCalls();
    const found = pieces(sent, length).flatMap((piece) => calls.feed(piece));
    expect(Buffer.concat(found.map(({ bytes }) => bytes))).toEqual(sent);
    expect(found.map(({ call }) => call?.name)).toEqual([
      'connect',
      undefined,
      'begin',
      'select 1',
      'advance_write_change factsObserved AEP/VAULT',
      'commit of advance_write_change factsObserved AEP/VAULT',
      'advance_write_known_change factsObserved AEP/VAULT',
      'advance_write_known_change setupChangeStarted CJA/CREATE_KEY',
      'effect_claim_asc',
      'known_run',
    ]);
    expect(found.map(({ call }) => [call?.isWrite, call?.isCommit]).slice(-6)).toEqual([
      [true, false],
      [true, true],
      [true, true],
      // Sent as one with its scope: its answer is that of COMMIT.
      [true, true],
      // What is read after it belongs to it.
      [true, true],
      [false, false],
    ]);
  }
});

it('knows where an answer ends, and what is none', () => {
  const [ready, row, notice] = [message('Z', 'I'), message('D', 'row'), message('A', 'channel')];
  const login = message('R', '0000');
  const answered = Buffer.concat([login, ready, row, notice, row, ready, notice]);
  for (let length = 1; length <= answered.length; length += 1) {
    const answers = new Answers();
    const found = pieces(answered, length).flatMap((piece) => answers.feed(piece));
    expect(found).toEqual([
      { bytes: login, isWhole: false },
      { bytes: ready, isWhole: true },
      { bytes: notice, isWhole: false },
      { bytes: Buffer.concat([row, row, ready]), isWhole: true },
      { bytes: notice, isWhole: false },
    ]);
  }
});
