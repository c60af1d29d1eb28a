/**
 * Which calls are held, for how long, and with which failure. The clock is the test's.
 */
import { ConnectorError } from '@keyway/core';
import { expect, it } from 'vitest';
import { ThrottleGate } from './throttleGate.ts';

function gateAt(): {
  gate: ThrottleGate;
  wait: (seconds: number) => void;
  called: string[];
  call: (name: string) => () => Promise<string>;
} {
  let now = 1_000_000;
  const called: string[] = [];
  return {
    gate: new ThrottleGate(() => now),
    wait: (seconds) => void (now += seconds * 1000),
    called,
    call: (name) => () => Promise.resolve(called.push(name)).then(() => name),
  };
}
const throttled = (retryAfterSeconds: number | null) => () =>
  Promise.reject(
    new ConnectorError({ kind: 'throttled', message: 'slow down', status: 429, retryAfterSeconds }),
  );
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

it('holds every call of that place, and of no other, until the time is over', async () => {
  const { gate, wait, called, call } = gateAt();
  await failureOf(gate.pass('arm', throttled(30)));
  wait(10.5);
  expect(await failureOf(gate.pass('arm', call('second')))).toMatchObject({
    ambiguous: false,
    failure: { kind: 'throttled', message: 'slow down', status: 429, retryAfterSeconds: 20 },
  });
  expect(await gate.pass('graph', call('other'))).toBe('other');
  wait(19.5);
  expect(await gate.pass('arm', call('third'))).toBe('third');
  expect(called).toEqual(['other', 'third']);
});

it('lets a call through that waited exactly as long as was asked, though its timer was early', async () => {
  const { gate, wait, call } = gateAt();
  await failureOf(gate.pass('arm', throttled(1)));
  wait(0.985);
  expect(await gate.pass('arm', call('after'))).toBe('after');
});

it('a shorter time does not end a longer one, and being held prolongs nothing', async () => {
  const { gate, wait, call } = gateAt();
  await Promise.all([
    failureOf(gate.pass('arm', throttled(30))),
    failureOf(gate.pass('arm', throttled(5))),
  ]);
  wait(6);
  expect(await failureOf(gate.pass('arm', call('held')))).toMatchObject({
    failure: { retryAfterSeconds: 24 },
  });
  wait(24);
  expect(await gate.pass('arm', call('free'))).toBe('free');
});

it.each([
  ['without a time', throttled(null)],
  ['with none to wait', throttled(0)],
  [
    'being unavailable',
    () =>
      Promise.reject(
        new ConnectorError({ kind: 'unavailable', message: 'x', retryAfterSeconds: 30 }),
      ),
  ],
  ['a bug', () => Promise.reject(new Error('bug'))],
])('%s holds nobody', async (_name, failing) => {
  const { gate, call } = gateAt();
  expect(await failureOf(gate.pass('arm', failing))).toBeInstanceOf(Error);
  expect(await gate.pass('arm', call('next'))).toBe('next');
});

it('takes no memory for what is not held', () => {
  const before = process.memoryUsage().arrayBuffers;
  const gates = Array.from({ length: 200 }, () => new ThrottleGate());
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1000 * gates.length);
});
