import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanMessage } from './cleanMessage.ts';

describe('cleanMessage', () => {
  it('keeps plain text as it is', () => {
    expect(cleanMessage('The Resource was not found.')).toBe('The Resource was not found.');
  });

  it('takes out control characters and what turns the direction of text', () => {
    expect(cleanMessage('a\r\nb\u001b[31mc\u202ed\u0000')).toBe('a b [31mc d');
  });

  it('cuts to 500 characters', () => {
    expect(cleanMessage('x'.repeat(501))).toHaveLength(500);
    expect(cleanMessage('x'.repeat(500))).toBe('x'.repeat(500));
  });

  it.each([
    'Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl was refused',
    'token bearer abcdefgh12345678== is old',
    'got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl',
    '{"client_secret":"abcdefgh12345678"}',
    'client_secret=abcdefgh12345678&scope=x',
    "access_token: 'abcdefgh12345678'",
    'https://adobe.com/?code=abcdefgh12345678',
    'kw_abcdefghijklmnopqrstuvwxyz',
  ])('shows no credential, though it is none of ours: %s', (text) => {
    expect(cleanMessage(text)).not.toMatch(/eyJ|abcdefgh/);
    expect(cleanMessage(text)).toContain('***');
  });

  it.each([
    'error_code: 403025',
    'The code is 12345',
    'Bearer token is missing',
    'client_secret is missing',
  ])('keeps %j', (text) => expect(cleanMessage(text)).toBe(text));

  it('makes the same error twice the same text, whatever Entra appends', () => {
    const at = (trace: string, second: number) =>
      cleanMessage(
        `AADSTS90002: Tenant 'x' not found. Trace ID: ${trace}\r\nCorrelation ID: ${trace}\r\nTimestamp: 2026-11-30 04:20:${second}Z`,
      );
    expect(at('0a1b2c3d-0000-4000-8000-000000000001', 11)).toBe(
      "AADSTS90002: Tenant 'x' not found.",
    );
    expect(at('ffffffff-0000-4000-8000-000000000002', 59)).toBe(
      "AADSTS90002: Tenant 'x' not found.",
    );
  });

  it('never lets a secret through, in any of the spellings it was sent in', () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 40, unit: 'grapheme-ascii' })
      .filter((text) => !text.includes('*') && text.trim().length >= 8);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        for (const spelling of [
          value,
          encodeURIComponent(value),
          new URLSearchParams({ s: value }).toString().slice(2),
        ]) {
          expect(cleanMessage(`${before}${spelling}${after}`, [value])).not.toContain(spelling);
        }
      }),
    );
  });
});
