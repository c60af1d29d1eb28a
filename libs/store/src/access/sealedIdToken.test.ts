import { expect, it } from 'vitest';
import { openIdToken, sealIdToken } from './sealedIdToken.ts';

const ID_TOKEN = `${'h'.repeat(40)}.${'p'.repeat(400)}.${'s'.repeat(86)}`;

it('opens with the cookie’s token alone, and not where it was changed', () => {
  const sealed = sealIdToken(ID_TOKEN, 'cookie')!;
  expect(openIdToken(sealed, 'cookie')).toBe(ID_TOKEN);
  expect(openIdToken(sealed, 'another')).toBeNull();
  for (const place of [0, 12, 28, sealed.length - 1]) {
    const changed = sealed.with(place, sealed[place]! ^ 1);
    expect(openIdToken(changed, 'cookie')).toBeNull();
  }
  expect(openIdToken(sealed.subarray(0, 5), 'cookie')).toBeNull();
  expect(sealIdToken(ID_TOKEN, 'cookie')).not.toEqual(sealed);
});

it('keeps none that is too long for an address', () => {
  expect(sealIdToken('x'.repeat(4097), 'cookie')).toBeNull();
});
