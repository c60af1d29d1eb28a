import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from './configError.ts';
import { readSettings } from './readSettings.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-network-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const problemsOf = (environment: Record<string, string>): string => {
  try {
    readSettings('worker', environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return '';
};

describe('HTTPS_PROXY', () => {
  it.each([
    ['http://proxy.corp:3128', { isSecure: false, host: 'proxy.corp', port: 3128 }],
    ['http://10.0.0.1/', { isSecure: false, host: '10.0.0.1', port: 80 }],
    ['https://proxy.corp', { isSecure: true, host: 'proxy.corp', port: 443 }],
    ['http://[fd00::1]:3128', { isSecure: false, host: 'fd00::1', port: 3128 }],
  ])('is read from %s', (text, expected) => {
    const { httpsProxy } = readSettings('worker', { HTTPS_PROXY: text });
    expect(httpsProxy).toEqual({ ...expected, authorization: null });
  });

  it('keeps credentials as the header that they are sent in', () => {
    const { httpsProxy } = readSettings('api', { HTTPS_PROXY: 'http://u%40x:p%3Aw%2F@proxy:1' });
    expect(httpsProxy!.authorization).toBe(`Basic ${btoa('u@x:p:w/')}`);
  });

  it.each([
    'proxy.corp:3128',
    'socks5://user:hunter2@proxy',
    'http://user:hunter2@proxy/path',
    'http://user:hunter2%0d%0aX-Evil:1@proxy',
    'http://us%3Aer:hunter2@proxy',
    'http://user:hunter2%zz@proxy',
  ])('refuses %s without repeating it', (text) => {
    const problems = problemsOf({ HTTPS_PROXY: text });
    expect(problems).toContain('HTTPS_PROXY must be an address such as');
    expect(problems).not.toContain('hunter2');
  });

  it('counts in lower case first, and may come from a file', () => {
    const of = (environment: Record<string, string>) =>
      readSettings('worker', environment).httpsProxy?.host;
    expect(of({ https_proxy: 'http://lower', HTTPS_PROXY: 'http://upper' })).toBe('lower');
    expect(of({ https_proxy: '', HTTPS_PROXY: 'http://upper' })).toBe('upper');
    expect(of({ HTTPS_PROXY_FILE: fileOf('proxy', 'http://u:p@filed\n') })).toBe('filed');
    expect(of({ HTTP_PROXY: 'http://plain' })).toBeUndefined();
    const both = { https_proxy: 'http://lower', HTTPS_PROXY_FILE: join(folder, 'proxy') };
    expect(problemsOf(both)).toContain('both set');
  });
});

describe('NO_PROXY', () => {
  it('takes names with and without a dot, ports, addresses, networks and *', () => {
    const text = 'a.example, .B.example *.c.example:8443,10.0.0.0/8,[fd00::1],*';
    const { all, names, ranges } = readSettings('worker', { NO_PROXY: text }).noProxy;
    expect(all).toBe(true);
    expect(names).toEqual([
      { name: 'a.example', port: null },
      { name: 'b.example', port: null },
      { name: 'c.example', port: 8443 },
    ]);
    expect(ranges.map(([address, bits]) => `${address.toString()}/${bits}`)).toEqual([
      '10.0.0.0/8',
      'fd00::1/128',
    ]);
  });

  it.each(['https://a.example', 'a.example/path', '10.0.0.0/99', 'a*b.example'])(
    'refuses %s, which would be ignored',
    (text) => expect(problemsOf({ no_proxy: text })).toContain('NO_PROXY is'),
  );
});

describe('NODE_EXTRA_CA_CERTS', () => {
  it('must be there and be certificates: Node itself starts without them', () => {
    const pem = fileOf('ca.pem', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n');
    expect(problemsOf({ NODE_EXTRA_CA_CERTS: pem })).toBe('');
    expect(problemsOf({ NODE_EXTRA_CA_CERTS: join(folder, 'missing.pem') })).toContain('ENOENT');
    expect(problemsOf({ NODE_EXTRA_CA_CERTS: fileOf('not.pem', 'x') })).toContain('not the PEM');
  });
});
