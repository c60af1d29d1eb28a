import { describe, expect, it } from 'vitest';
import { signInAddress, validateReturnTo, wantedPage } from './signInAddress.ts';

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

describe('wantedPage', () => {
  it.each([
    ['/runs/a?b=c#step-AEP-KEY', '/runs/a?b=c#step-AEP-KEY'],
    ['/', '/'],
    ['/sign-in', undefined],
    ['/sign-in?returnTo=%2Fruns%2Fa#step-AEP-KEY', '/runs/a#step-AEP-KEY'],
    ['/sign-in?returnTo=%2F%2Fevil.example', undefined],
  ])('is for %j: %j', (address, wanted) => {
    const { pathname, search, hash } = new URL(address, 'https://keyway.example');
    expect(wantedPage({ pathname, search, hash })).toBe(wanted);
  });
  it('is no other site where the address has two slashes', () =>
    expect(wantedPage({ pathname: '//evil.example', search: '', hash: '' })).toBeUndefined());
});
