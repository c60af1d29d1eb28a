import { expect, it } from 'vitest';
import { upcastEffectData } from './upcastEffectData.ts';

it.each([
  [{ submissionId: 's', attempt: 2, looks: 3, pages: 1 }],
  [{ submissionId: 's', attempt: 2, lookups: 3, pages: 1 }],
])('reads a submission that was queued by this or an earlier version: %j', (data) => {
  expect(upcastEffectData('submitConfiguration', data)).toEqual({
    submissionId: 's',
    attempt: 2,
    lookups: 3,
    pages: 1,
  });
});

it('leaves other effects alone', () => {
  const data = { track: 'AEP' };
  expect(upcastEffectData('expireApproval', data)).toBe(data);
});
