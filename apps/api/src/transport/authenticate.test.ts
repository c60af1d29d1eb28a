import { describe, expect, it } from 'vitest';
import { bearerToken, cookieValue, isOwnOrigin, credentialOf } from './authenticate.ts';

const publicUrl = 'https://keyway.example.com';
const cookie = '__Host-keyway=abc; other=1';

describe('credentialOf', () => {
  it('takes an API token from the header alone', () => {
    expect(credentialOf({ authorization: 'Bearer kw_abc', preflighted: false }, publicUrl)).toEqual(
      {
        kind: 'token',
        token: 'kw_abc',
      },
    );
    expect(bearerToken('bearer kw_abc')).toBe('kw_abc');
    expect(bearerToken('Bearer   kw_abc')).toBe('kw_abc');
    for (const wrong of ['Bearer abc', 'Basic kw_abc', 'kw_abc', 'Bearer kw_a b', ''])
      expect(bearerToken(wrong)).toBeNull();
  });

  it('does not fall back to the cookie where a token was sent', () => {
    expect(
      credentialOf({ authorization: 'Bearer wrong', cookie, preflighted: true }, publicUrl),
    ).toBeNull();
  });

  it('takes a cookie from our own pages with a header no form can set (ASVS 5, cross-site request forgery)', () => {
    const own = { cookie, preflighted: true };
    expect(credentialOf({ ...own, origin: publicUrl }, publicUrl)).toEqual({
      kind: 'session',
      token: 'abc',
    });
    expect(credentialOf({ ...own }, publicUrl)).toEqual({ kind: 'session', token: 'abc' });
    expect(credentialOf({ ...own, origin: publicUrl, preflighted: false }, publicUrl)).toBeNull();
    expect(credentialOf({ ...own, origin: 'https://evil.example' }, publicUrl)).toBeNull();
    expect(credentialOf({ ...own, origin: 'null' }, publicUrl)).toBeNull();
  });

  it.each([
    ['https://keyway.example.com', publicUrl, true],
    ['http://keyway.example.com', publicUrl, false],
    ['https://keyway.example.com:8443', publicUrl, false],
    ['https://keyway.example.com.evil.example', publicUrl, false],
    ['http://localhost:4000', 'http://localhost:4000', true],
    ['http://127.0.0.1:4000', 'http://localhost:4000', true],
    ['http://[::1]:4000', 'http://127.0.0.1:4000', true],
    ['http://127.0.0.1:4001', 'http://localhost:4000', false],
    ['https://localhost:4000', 'http://localhost:4000', false],
    ['http://127.0.0.1:4000', publicUrl, false],
    ['http://localhost:4000', 'http://192.0.2.1:4000', false],
  ])('evaluates a page by scheme, host and port of PUBLIC_URL: %s at %s', (origin, url, own) => {
    expect(isOwnOrigin(origin, url)).toBe(own);
  });
});

describe('cookieValue', () => {
  it('finds exactly the cookie of that name', () => {
    expect(cookieValue('a=1; __Host-keyway=x=y', '__Host-keyway')).toBe('x=y');
    expect(cookieValue('x__Host-keyway=1', '__Host-keyway')).toBeNull();
    expect(cookieValue(undefined, '__Host-keyway')).toBeNull();
  });
});
