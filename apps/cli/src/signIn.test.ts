import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildKeyway, configFolder, keyway, start } from './testing/keyway.ts';
import { errors, fakeKeyway, TOKEN, VIEWER } from './testing/fakeKeyway.ts';

beforeAll(buildKeyway);

let place = 0;
/** Settings that nobody else uses. */
function settings() {
  const folder = join(configFolder, `s${(place += 1)}`);
  return { folder, env: { KEYWAY_CONFIG_DIR: folder } };
}
const byToken = ['login', '--token', '-'];
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('with a token', () => {
  test('is verified, and kept where only its owner reads it', async () => {
    const { url, asked } = await fakeKeyway({ CliViewer: () => VIEWER });
    const { folder, env } = settings();
    const input = `${TOKEN}\n`;
    const { code, stdout, stderr } = await keyway([...byToken, '--url', url], { env, input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain(TOKEN);
    expect(asked[0]!.headers.authorization).toBe(`Bearer ${TOKEN}`);
    const file = join(folder, 'profiles', 'default.json');
    expect([mode(folder), mode(join(folder, 'profiles')), mode(file)]).toEqual([
      '700',
      '700',
      '600',
    ]);
    expect(await keyway(['whoami', '--json'], { env })).toMatchObject({ code: 0 });
    const list = await keyway(['profiles', 'list', '--json'], { env });
    expect(JSON.parse(list.stdout)).toEqual([
      { name: 'default', current: true, url, viewer: 'Ana', partner: 'Northwind', expiresAt: null },
    ]);
    expect(list.stdout).not.toContain(TOKEN);
  });

  test('one that is not valid is not kept', async () => {
    const { url } = await fakeKeyway({ CliViewer: () => errors('UNAUTHENTICATED', 'No.', 401) });
    const { folder, env } = settings();
    const { code } = await keyway([...byToken, '--url', url], { env, input: TOKEN });
    expect([code, existsSync(join(folder, 'profiles'))]).toEqual([3, false]);
  });

  test('a file that others can read is not used', async () => {
    const { url, asked } = await fakeKeyway({ CliViewer: () => VIEWER });
    const { folder, env } = settings();
    await keyway([...byToken, '--url', url], { env, input: TOKEN });
    const file = join(folder, 'profiles', 'default.json');
    chmodSync(file, 0o640);
    const { code, stderr } = await keyway(['whoami'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain(`chmod 600 ${file}`);
    expect(asked).toHaveLength(1);
  });

  test('a folder that others can read is closed to them', async () => {
    const { url } = await fakeKeyway({ CliViewer: () => VIEWER });
    const { folder, env } = settings();
    mkdirSync(folder, { mode: 0o755 });
    await keyway([...byToken, '--url', url], { env, input: TOKEN });
    expect(mode(folder)).toBe('700');
  });

  test('two at once both hold, and leave nothing behind', async () => {
    const { url } = await fakeKeyway({ CliViewer: () => VIEWER });
    const { folder, env } = settings();
    const names = ['a', 'b', 'same', 'same', 'same'];
    const ended = await Promise.all(
      names.map((name) =>
        keyway([...byToken, '--url', url, '--profile', name], { env, input: TOKEN }),
      ),
    );
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    const files = readdirSync(join(folder, 'profiles')).sort();
    expect(files).toEqual(['a.json', 'b.json', 'same.json']);
    for (const file of files)
      expect(JSON.parse(readFileSync(join(folder, 'profiles', file), 'utf8'))).toMatchObject({
        token: TOKEN,
      });
  });

  test('profiles: used, named, removed', async () => {
    const { url } = await fakeKeyway({ CliViewer: () => VIEWER });
    const { env } = settings();
    const inside = (args: string[], more = {}) => keyway(args, { env: { ...env, ...more } });
    for (const name of ['one', 'two'])
      await keyway([...byToken, '--url', url, '--profile', name], { env, input: TOKEN });
    const profile = async (args: string[] = [], more = {}) =>
      (JSON.parse((await inside(['whoami', '--json', ...args], more)).stdout) as never)['profile'];
    expect(await profile()).toBe('one');
    await inside(['profiles', 'use', 'two']);
    expect(await profile()).toBe('two');
    expect(await profile(['--profile', 'one'])).toBe('one');
    expect(await profile([], { KEYWAY_PROFILE: 'one' })).toBe('one');
    expect(await profile([], { KEYWAY_TOKEN: TOKEN, KEYWAY_URL: url })).toBe(null);
    expect((await inside(['profiles', 'remove', 'two'])).code).toBe(0);
    expect((await inside(['profiles', 'remove', 'two'])).code).toBe(4);
    expect((await inside(['whoami', '--profile', 'two'])).code).toBe(4);
    expect((await inside(['whoami', '--profile', '../one'])).code).toBe(2);
  });

  test('the token of a profile goes to its own address alone', async () => {
    const own = await fakeKeyway({ CliViewer: () => VIEWER });
    const other = await fakeKeyway({ CliViewer: () => VIEWER });
    const { env } = settings();
    await keyway([...byToken, '--url', own.url], { env, input: TOKEN });
    const elsewhere = await keyway(['whoami'], { env: { ...env, KEYWAY_URL: other.url } });
    expect(elsewhere.code).toBe(2);
    expect(other.asked).toEqual([]);
  });

  test('signing out forgets it', async () => {
    const { url } = await fakeKeyway({ CliViewer: () => VIEWER });
    const { env } = settings();
    await keyway([...byToken, '--url', url], { env, input: TOKEN });
    expect((await keyway(['logout'], { env })).code).toBe(0);
    expect((await keyway(['whoami'], { env })).code).toBe(3);
    expect((await keyway(['logout'], { env })).code).toBe(4);
  });
});

describe('by the browser', () => {
  const json = (response: ServerResponse, body: unknown, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  /** An authorization server that remembers what it was asked. */
  async function signInServer(
    metadata: (url: string) => object = () => ({}),
    viewer: () => unknown = () => VIEWER,
  ) {
    const exchanges: URLSearchParams[] = [];
    const revoked: string[] = [];
    const place = { url: '' };
    const server = await fakeKeyway(
      { CliViewer: viewer },
      {
        '/.well-known/oauth-authorization-server': (_request, response) =>
          void json(response, {
            issuer: place.url,
            authorization_endpoint: `${place.url}/oauth/authorize`,
            token_endpoint: `${place.url}/oauth/token`,
            revocation_endpoint: `${place.url}/oauth/revoke`,
            ...metadata(place.url),
          }),
        '/oauth/token': (_request, response, body) => {
          exchanges.push(new URLSearchParams(body));
          const token = exchanges.length === 1 ? TOKEN : `${TOKEN}${exchanges.length}`;
          json(response, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
        },
        '/oauth/revoke': (_request, response, body) => {
          revoked.push(new URLSearchParams(body).get('token') ?? '');
          json(response, {});
        },
      },
    );
    place.url = server.url;
    return { ...server, exchanges, revoked };
  }

  /** Begins to sign in, and answers the address that the person is shown. */
  async function begin(url: string, args: string[] = [], { env, folder } = settings()) {
    const running = start(['login', '--web', '--no-open', '--url', url, ...args], { env });
    await expect.poll(() => running.ended.stderr).toContain('/oauth/authorize?');
    const address = new URL(/http\S+authorize\S+/.exec(running.ended.stderr)![0]);
    const callback = (answer: Record<string, string>) =>
      fetch(
        `${address.searchParams.get('redirect_uri')}?${new URLSearchParams(answer).toString()}`,
      );
    const state = address.searchParams.get('state')!;
    return { ...running, env, folder, address, callback, state };
  }

  test('a code is exchanged with its verifier, and signing out revokes the token', async () => {
    const server = await signInServer();
    const login = await begin(server.url, ['--scopes', 'read,approve']);
    const { searchParams } = login.address;
    expect(searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(searchParams.get('scope')).toBe('read approve');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    const page = await login.callback({ code: 'the code', state: login.state, iss: server.url });
    expect(await page.text()).toContain('You can close this page');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await login.end).toMatchObject({ code: 0 });
    const [exchange] = server.exchanges;
    expect(exchange!.get('code')).toBe('the code');
    expect(exchange!.get('redirect_uri')).toBe(searchParams.get('redirect_uri'));
    expect(createHash('sha256').update(exchange!.get('code_verifier')!).digest('base64url')).toBe(
      searchParams.get('code_challenge'),
    );
    const { stdout, stderr } = await login.end;
    expect(stdout + stderr).not.toContain(TOKEN);
    expect((await keyway(['logout'], { env: login.env })).code).toBe(0);
    expect(server.revoked).toEqual([TOKEN]);
  });

  test('another sign-in to the profile revokes the token before, and keeps the keys', async () => {
    const server = await signInServer();
    const place = settings();
    const file = join(place.folder, 'profiles', 'default.json');
    const read = () => JSON.parse(readFileSync(file, 'utf8')) as { token: string; keys?: object[] };
    for (const code of ['one', 'two']) {
      const login = await begin(server.url, [], place);
      await login.callback({ code, state: login.state });
      expect(await login.end).toMatchObject({ code: 0 });
      if (code === 'one') writeFileSync(file, JSON.stringify({ ...read(), keys: [{ kid: 'k' }] }));
    }
    expect(server.revoked).toEqual([TOKEN]);
    expect(read()).toMatchObject({ token: `${TOKEN}2`, keys: [{ kid: 'k' }] });
  });

  test('a token that could not be kept is revoked', async () => {
    const server = await signInServer(undefined, () => errors('FORBIDDEN', 'No.', 403));
    const login = await begin(server.url);
    await login.callback({ code: 'c', state: login.state });
    expect((await login.end).code).toBe(1);
    expect(server.revoked).toEqual([TOKEN]);
  });

  test('what was asked for and not given is said', async () => {
    const server = await signInServer();
    const login = await begin(server.url, ['--scopes', 'read,approve']);
    await login.callback({ code: 'c', state: login.state });
    const { stdout, stderr } = await login.end;
    expect(stdout).toContain('scopes\tread\n');
    expect(stderr).toContain('Not given: approve.');
  });

  test('an answer with another state is refused, and the wait continues', async () => {
    const server = await signInServer();
    const login = await begin(server.url);
    const answers: Record<string, string>[] = [{ code: 'evil' }, { code: 'evil', state: 'other' }];
    for (const answer of answers) expect((await login.callback(answer)).status).toBe(400);
    expect(server.exchanges).toEqual([]);
    await login.callback({ code: 'good', state: login.state });
    expect(await login.end).toMatchObject({ code: 0 });
    expect(server.exchanges.map((one) => one.get('code'))).toEqual(['good']);
  });

  test('the code of another issuer is not exchanged', async () => {
    const server = await signInServer();
    const login = await begin(server.url);
    await login.callback({ code: 'c', state: login.state, iss: 'https://evil.example' });
    expect((await login.end).code).toBe(1);
    expect(server.exchanges).toEqual([]);
  });

  test('a person who does not allow it', async () => {
    const server = await signInServer();
    const login = await begin(server.url);
    await login.callback({ error: 'access_denied', state: login.state });
    expect(await login.end).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('You did not allow it.') as string,
    });
  });

  test('nobody who comes', async () => {
    const server = await signInServer();
    const login = await begin(server.url, ['--timeout', '1s']);
    expect((await login.end).stderr).toContain('Nobody signed in in time.');
  });

  test.each([
    ['another issuer', () => ({ issuer: 'https://evil.example' })],
    ['a token endpoint elsewhere', () => ({ token_endpoint: 'https://evil.example/token' })],
  ])('a document that names %s is refused', async (_name, metadata) => {
    const server = await signInServer(metadata);
    const { env } = settings();
    const { code, stderr } = await keyway(['login', '--web', '--url', server.url], { env });
    expect(code).toBe(1);
    expect(stderr).not.toContain('authorize?');
  });
});
