import { expect, it } from 'vitest';
import { placeBeside } from './placeBeside.ts';

it('is in the row of the cell on the side with more space, and never below it', () => {
  const row = { bottom: 470, height: 40 };
  expect(placeBeside({ left: 460, right: 598, ...row }, 1280, 900)).toEqual({
    ...{ bottom: 430, minHeight: 40, left: 606, maxWidth: 'min(640px, 666px)' },
  });
  expect(placeBeside({ left: 1100, right: 1126, ...row }, 1280, 900)).toEqual({
    ...{ bottom: 430, minHeight: 40, right: 188, maxWidth: 'min(640px, 1084px)' },
  });
});
