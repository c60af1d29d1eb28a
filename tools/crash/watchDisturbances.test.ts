/** A small sample of watched keys under kills; `npm run crash -- --watch` has a thousand. */
import { expect, it } from 'vitest';
import { watchDisturbances } from './watchDisturbances.ts';

it('loses no observation and opens each alert once', async () => {
  const sample = { organizations: 6, observations: 40, seed: 4 };
  const disturbance = { how: 'kill', commit: null, storm: false } as const;
  expect(await watchDisturbances({ ...sample, ...disturbance })).toEqual([]);
});
