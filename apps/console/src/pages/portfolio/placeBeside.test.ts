import { expect, it } from 'vitest';
import { placeBeside } from './placeBeside.ts';

it('is beside the cell on the side with more space, and never below it', () => {
  expect(placeBeside({ left: 460, right: 598, bottom: 470 }, 1280, 900)).toEqual({
    ...{ bottom: 430, left: 606, maxWidth: 'min(320px, 666px)' },
  });
  expect(placeBeside({ left: 1100, right: 1126, bottom: 470 }, 1280, 900)).toEqual({
    ...{ bottom: 430, right: 188, maxWidth: 'min(320px, 1084px)' },
  });
});
