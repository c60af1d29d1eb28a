import { describe, expect, it } from 'vitest';
import { bearerToken, cookieValue, ticketOf } from './authenticate.ts';

const publicUrl = 'https://keyway.example.com';
const cookie = '__Host-keyway=abc; other=1';

describe('ticketOf', () => {
  it('takes an API token from the header alone', () => {
    expect(ticketOf({ authorization: 'Bearer kw_abc', preflighted: false }, publicUrl)).toEqual({ kind: 'token', token: 'kw_abc' });
    expect(bearerToken('bearer kw_abc')).toBe('kw_abc');
    expect(bearerToken('Bearer   kw_abc')).toBe('kw_abc');
    for (const wrong of ['Bearer abc', 'Basic kw_abc', 'kw_abc', 'Bearer kw_a b', '']) expect(bearerToken(wrong)).toBeNull();
  });

  it('does not fall back to the cookie where a token was sent', () => {
    expect(ticketOf({ authorization: 'Bearer wrong', cookie, preflighted: true }, publicUrl)).toBeNull();
  });

  it('takes a cookie from our own pages with a header no form can set (ASVS 5, cross-site request forgery)', () => {
    const own = { cookie, preflighted: true, host: 'keyway.example.com' };
    expect(ticketOf({ ...own, origin: publicUrl }, publicUrl)).toEqual({ kind: 'session', token: 'abc' });
    expect(ticketOf({ ...own }, publicUrl)).toEqual({ kind: 'session', token: 'abc' });
    expect(ticketOf({ ...own, origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000' }, 'http://localhost:4000')).not.toBeNull();
    expect(ticketOf({ ...own, origin: publicUrl, preflighted: false }, publicUrl)).toBeNull();
    expect(ticketOf({ ...own, origin: 'https://evil.example' }, publicUrl)).toBeNull();
    expect(ticketOf({ ...own, origin: 'null' }, publicUrl)).toBeNull();
  });
});

describe('cookieValue', () => {
  it('finds exactly the cookie of that name', () => {
    expect(cookieValue('a=1; __Host-keyway=x=y', '__Host-keyway')).toBe('x=y');
    expect(cookieValue('x__Host-keyway=1', '__Host-keyway')).toBeNull();
    expect(cookieValue(undefined, '__Host-keyway')).toBeNull();
  });
});
