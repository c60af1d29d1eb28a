/** How long a worker leaves work to others that came first before. */
import { expect, it } from 'vitest';
import { EmptyClaims } from './emptyClaims.ts';

it('waits longer with each claim that got nothing, up to a bound, and not after some that did', () => {
  const claims = new EmptyClaims(() => 1);
  expect(claims.pauseMilliseconds()).toBe(0);
  const pauses = Array.from({ length: 10 }, () => {
    claims.note(0);
    return claims.pauseMilliseconds();
  });
  expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 256, 256]);
  const afterWork = Array.from({ length: 5 }, () => {
    claims.note(1);
    return claims.pauseMilliseconds();
  });
  expect(afterWork).toEqual([16, 4, 2, 0, 0]);
});

it('waits at random, so that workers that were woken together do not come together again', () => {
  let random = 0.25;
  const claims = new EmptyClaims(() => random);
  claims.note(0);
  claims.note(0);
  expect(claims.pauseMilliseconds()).toBe(1);
  random = 0.75;
  expect(claims.pauseMilliseconds()).toBe(3);
});
