import { describe, expect, it } from 'vitest';
import { validateReturnTo, signInAddress } from './signInAddress.ts';

describe('validateReturnTo', () => {
  it.each(['/', '/runs/abc?x=1#AEP-VAULT'])('takes %j', (path) =>
    expect(validateReturnTo(path)).toBe(path),
  );
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
  ])('refuses %j', (path) => expect(validateReturnTo(path)).toBeUndefined());
});

describe('signInAddress', () => {
  it('adds the way back, encoded', () => {
    expect(signInAddress('/auth/login', '/runs/a?b=c')).toBe(
      '/auth/login?returnTo=%2Fruns%2Fa%3Fb%3Dc',
    );
    expect(signInAddress('/auth/login?p=1', '/x')).toBe('/auth/login?p=1&returnTo=%2Fx');
  });
  it('leaves it out where it is not ours', () => {
    expect(signInAddress('/auth/login', 'https://evil.example')).toBe('/auth/login');
  });
});
