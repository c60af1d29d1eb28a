/** Signatures that others verify: the reference in JavaScript, and the specification in Python. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signedHeaders } from './signMessage.ts';

const secretOf = (byte: number): string => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
const [SECRET, FORMER, OTHER] = [secretOf(1), secretOf(2), secretOf(3)];
const BODY = '{"type":"run.started","data":{"name":"Señal “x” 🔑 \\u2028"}}';
const message = () => ({ id: 'msg_1', timestamp: Math.floor(Date.now() / 1000), body: BODY });

describe('a signature', () => {
  it('is that of the specification’s example', () => {
    const headers = signedHeaders(
      { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' },
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    );
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is verified by the reference, with either secret while two hold', () => {
    const headers = signedHeaders(message(), [SECRET!, FORMER!]);
    for (const secret of [SECRET!, FORMER!])
      expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY));
    expect(() => new Webhook(OTHER!).verify(BODY, headers)).toThrow();
    expect(() => new Webhook(SECRET!).verify(`${BODY} `, headers)).toThrow();
  });

  const python = spawnSync('python3', ['--version']).status === 0;
  // The continuous integration's machine has Python.
  it.runIf(python || process.env['CI'])('is verified by Python’s standard library', () => {
    const headers = signedHeaders(message(), [SECRET!, FORMER!]);
    const script = join(import.meta.dirname, '..', 'testing', 'verifyWebhook.py');
    const verdict = (secret: string, body: string): string =>
      spawnSync('python3', [script], {
        input: JSON.stringify({ secret, body, headers }),
        encoding: 'utf8',
      }).stdout.trim();
    expect(verdict(SECRET!, BODY)).toBe('valid');
    expect(verdict(FORMER!, BODY)).toBe('valid');
    expect(verdict(OTHER!, BODY)).toBe('invalid');
    expect(verdict(SECRET!, `${BODY} `)).toBe('invalid');
  });
});
