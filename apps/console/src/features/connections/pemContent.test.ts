import { describe, expect, it } from 'vitest';
import { pemContent, withFiles } from './pemContent.ts';

const block = (label: string, body = 'AAAA'): string =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
const CERTIFICATE = block('CERTIFICATE');
const KEY = block('PRIVATE KEY');
const file = (text: string): File => new File([text], 'app.pem');

describe('pemContent', () => {
  it.each([
    ['empty', '  \n'],
    ['complete', `${KEY}\n${CERTIFICATE}`],
    ['complete', `${CERTIFICATE}\r\n${CERTIFICATE}\r\n${block('RSA PRIVATE KEY')}`],
    ['noKey', CERTIFICATE],
    ['noCertificate', KEY],
    ['encrypted', `${block('ENCRYPTED PRIVATE KEY')}\n${CERTIFICATE}`],
    ['encrypted', block('RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\nAAAA')],
    ['severalKeys', `${KEY}\n${KEY}\n${CERTIFICATE}`],
    ['notPem', '0\u0082\u0001 PFX'],
    ['notPem', block('CERTIFICATE REQUEST')],
  ])('%s', (content, text) => {
    expect(pemContent(text)).toBe(content);
  });
});

describe('withFiles', () => {
  it('joins two files that are chosen together, or one after the other', async () => {
    expect(await withFiles('', [file(CERTIFICATE), file(KEY)])).toBe(`${CERTIFICATE}\n${KEY}`);
    expect(await withFiles(CERTIFICATE, [file(KEY)])).toBe(`${CERTIFICATE}\n${KEY}`);
  });

  it('replaces what is complete, or no PEM', async () => {
    const whole = `${KEY}\n${CERTIFICATE}`;
    for (const text of [whole, 'something else', ''])
      expect(await withFiles(text, [file(CERTIFICATE)])).toBe(CERTIFICATE);
  });

  it('refuses a file that is too large', async () => {
    expect(await withFiles('', [file('x'.repeat(100_001))])).toBeNull();
  });
});
