/** Who gets the page of GraphiQL at the address that programs use. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8583';
const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  const consoleBuild = mkdtempSync(join(tmpdir(), 'keyway-graphiql-'));
  writeFileSync(join(consoleBuild, 'graphiql.html'), 'the page');
  writeFileSync(join(consoleBuild, 'index.html'), 'the console');
  provider = await aProvider(`${PUBLIC_URL}/auth/callback`);
  server = await aServer(
    { publicUrl: PUBLIC_URL, providers: [providerConfig(provider)] },
    { consoleBuild },
  );
  provider.person = { sub: 'omar', name: 'Omar', keyway_role: 'OPERATOR' };
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

const open = (browser: Browser, search = '', accept = HTML) =>
  browser.get(`${PUBLIC_URL}/graphql${search}`, { headers: { accept } });

describe('the page of GraphiQL', () => {
  it('is for browsers of people who are signed in; others sign in and come back', async () => {
    const browser = new Browser(() => server, PUBLIC_URL);
    const before = await open(browser);
    expect([before.status, before.headers.get('location')]).toEqual([
      ...[303, '/auth/login?returnTo=%2Fgraphql'],
    ]);
    const { url } = await browser.follow(`${PUBLIC_URL}/auth/login?returnTo=%2Fgraphql`);
    expect(url).toBe(`${PUBLIC_URL}/graphql`);
    const page = await open(browser);
    expect([page.status, await page.text()]).toEqual([200, 'the page']);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('vary')).toContain('Accept');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    const policy = page.headers.get('content-security-policy')?.split(';') ?? [];
    expect(policy).toContain(`script-src 'self'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy.filter((part) => part.includes('unsafe'))).toEqual([
      `style-src 'self' 'unsafe-inline'`,
    ]);
  });

  it.each([
    ['a persisted query', `?extensions=${encodeURIComponent('{"persistedQuery":{}}')}`, HTML],
    ['a query', '?query=%7B__typename%7D', HTML],
    ['a program that takes anything', '', '*/*'],
    ['a program that takes JSON', '', 'application/json'],
    ['a program that takes JSON rather than a page', '', 'application/json, text/html;q=0.5'],
  ])('is not for %s', async (_what, search, accept) => {
    const browser = new Browser(() => server, PUBLIC_URL);
    await browser.follow(`${PUBLIC_URL}/auth/login`);
    const answer = await open(browser, search, accept);
    expect(answer.headers.get('content-type')).toContain('application/json');
  });
});
