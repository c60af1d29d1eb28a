import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildKeyway, keyway, start } from './testing/keyway.ts';
import {
  anOrganization,
  aPage,
  errors,
  fakeKeyway,
  raw,
  TOKEN,
  VIEWER,
} from './testing/fakeKeyway.ts';

beforeAll(buildKeyway);

const list = (...names: string[]) => ({
  ListOrganizations: () => ({ organizations: aPage(names.map(anOrganization)) }),
});

describe('exit codes', () => {
  test('0: done, with data on stdout alone', async () => {
    const { env } = await fakeKeyway(list('Contoso'));
    expect(await keyway(['orgs', 'list'], { env })).toMatchObject({ code: 0, stderr: '' });
  });

  test('1: refused, with the field and the message', async () => {
    const userErrors = [{ code: 'INVALID_INPUT', field: ['imsOrgId'], message: 'One @, please.' }];
    const { env } = await fakeKeyway({
      AddOrganization: () => ({ createOrganization: { organization: null, userErrors } }),
    });
    const args = ['orgs', 'add', 'A', '--ims-org-id', 'x', '--shield', 'HEALTHCARE_SHIELD'];
    expect(await keyway(args, { env })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Error: imsOrgId: One @, please.\n',
    });
    const { stderr, code } = await keyway([...args, '--json'], { env });
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toEqual({
      error: {
        exitCode: 1,
        message: 'imsOrgId: One @, please.',
        hint: null,
        problems: [{ code: 'INVALID_INPUT', message: 'One @, please.', field: 'imsOrgId' }],
        errorId: null,
      },
    });
  });

  test.each([
    [['orgs', 'lst']],
    [['help', 'nosuch']],
    [['orgs']],
    [['orgs', 'list', '--nope']],
    [['orgs', 'show']],
    [['orgs', 'list', '--status', 'GREEN']],
    [['orgs', 'list', '--filter', 'color=red']],
    [['orgs', 'list', '--limit', '0']],
    [['orgs', 'add', 'A', '--shield', 'HEALTHCARE_SHIELD']],
    [['bulk', 'start']],
    [['bulk', 'start', 'Contoso', '--all']],
    [['bulk', 'retry', '--all', '--track', 'AEP']],
    [['bulk', 'attest', '--all', '--track', 'AEP', '--step', 'ENTITLEMENT']],
    [['runs', 'list', '--filter', 'owner=Omar']],
    [['runs', 'watch', 'x', '--until', 'tomorrow']],
    [['api']],
    [['api', '{ viewer', '--variables', '{']],
    [['completion', 'powershell']],
    [['login', '--token', TOKEN]],
    [['login']],
    [['history', 'tail', '--since', 'yesterday']],
  ])('2: %j', async (args) => {
    const { env } = await fakeKeyway({});
    const { code, stdout, stderr } = await keyway(args, { env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain(TOKEN);
  });

  test.each([
    ['no token', { KEYWAY_TOKEN: '' }],
    ['a token that was revoked', {}],
  ])('3: %s, with the way out', async (_name, more) => {
    const { env } = await fakeKeyway({
      CliViewer: () => errors('UNAUTHENTICATED', 'Sign in first.', 401),
    });
    const { code, stderr } = await keyway(['whoami'], { env: { ...env, ...more } });
    expect(code).toBe(3);
    expect(stderr).toContain('keyway login');
    expect(stderr).not.toContain('Sign in first.');
  });

  test('4: an organization that does not exist, with similar ones', async () => {
    const { env } = await fakeKeyway({
      OrganizationsByName: () => ({ organizations: aPage([anOrganization('Contoso Ltd')]) }),
    });
    const { code, stderr } = await keyway(['orgs', 'show', 'Contoso'], { env });
    expect(code).toBe(4);
    expect(stderr).toContain('Contoso Ltd');
  });

  test('2: a name that several have, with their IDs', async () => {
    const { env } = await fakeKeyway({
      OrganizationsByName: () => ({
        organizations: aPage([anOrganization('Contoso', 1), anOrganization('CONTOSO', 2)]),
      }),
    });
    const { code, stderr } = await keyway(['orgs', 'show', 'contoso'], { env });
    expect(code).toBe(2);
    for (const place of [1, 2]) expect(stderr).toContain(anOrganization('', place).imsOrgId);
  });

  test('1: nobody answers', async () => {
    // A port that the system gives to nobody.
    const env = { KEYWAY_URL: 'http://127.0.0.1:4', KEYWAY_TOKEN: TOKEN };
    const { code, stderr } = await keyway(['whoami'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('Is Keyway running there?');
  });

  test('1: an error of the server, with its ID', async () => {
    const body = {
      errors: [
        { message: 'Oh no.', extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: 'E-17' } },
      ],
    };
    const { env } = await fakeKeyway({ CliViewer: () => raw({ status: 500, body }) });
    const { code, stderr } = await keyway(['whoami'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('E-17');
  });

  test.each(['not JSON', '[]', '{"data":', '<html>'])('1: an answer that is %s', async (body) => {
    const { env } = await fakeKeyway({ CliViewer: () => raw({ body }) });
    const { code, stderr } = await keyway(['whoami'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('Is this the address of Keyway?');
  });
});

test('a request over the rate is sent again after a while', async () => {
  const { env, asked } = await fakeKeyway({
    CliViewer: (_asked, count) =>
      count === 0 ? errors('RATE_LIMITED', 'Slow down.', 429, { 'retry-after': '1' }) : VIEWER,
  });
  expect(await keyway(['whoami'], { env })).toMatchObject({ code: 0 });
  expect(asked).toHaveLength(2);
});

test('a lost answer of a change is asked for with the same key', async () => {
  const { env, asked } = await fakeKeyway({
    AddOrganization: (_asked, count) =>
      count === 0
        ? raw('drop')
        : { createOrganization: { organization: anOrganization('A'), userErrors: [] } },
  });
  const args = ['orgs', 'add', 'A', '--ims-org-id', 'x', '--shield', 'HEALTHCARE_SHIELD'];
  expect(await keyway(args, { env })).toMatchObject({ code: 0 });
  const keys = asked.map(({ variables }) => (variables['input'] as never)['idempotencyKey']);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

describe('output', () => {
  const long = `Contoso ${'very '.repeat(20)}long`;

  test('for programs: full values with tabs, no titles', async () => {
    const { env } = await fakeKeyway(list(long, 'Fabrikam'));
    const { stdout } = await keyway(['orgs', 'list'], { env });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]!.split('\t')).toContain(long);
    expect(lines[0]!.split('\t')).toContain(anOrganization('').id);
  });

  test.each([20, 40, 80, 120])('for people: a table of %i columns', async (width) => {
    const { env } = await fakeKeyway(list(long, '株式会社コントソ 東京本社', 'Fabrikam'));
    const shown = { ...env, KEYWAY_FORCE_TTY: String(width), NO_COLOR: '1' };
    const { stdout } = await keyway(['orgs', 'list'], { env: shown });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    const { default: stringWidth } = await import('string-width');
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(stdout).toContain('…');
  });

  const ESCAPE = '\u001b[';
  test('colors on a terminal alone, and not against NO_COLOR', async () => {
    const { env } = await fakeKeyway(list('Contoso'));
    const colors = async (more: Record<string, string>, args: string[] = []) =>
      (await keyway(['orgs', 'list', ...args], { env: { ...env, ...more } })).stdout.includes(
        ESCAPE,
      );
    expect(await colors({ KEYWAY_FORCE_TTY: '80' })).toBe(true);
    expect(await colors({})).toBe(false);
    expect(await colors({ KEYWAY_FORCE_TTY: '80', NO_COLOR: '1' })).toBe(false);
    expect(await colors({ KEYWAY_FORCE_TTY: '80', TERM: 'dumb' })).toBe(false);
    expect(await colors({ KEYWAY_FORCE_TTY: '80' }, ['--no-color'])).toBe(false);
    expect(await colors({ KEYWAY_FORCE_TTY: '80' }, ['--json'])).toBe(false);
  });

  test('a name from outside steers no terminal and breaks no line', async () => {
    const evil = `A\u001b]0;owned\u0007\u001b[2J\tB\nC\u202eD`;
    const { env } = await fakeKeyway(list(evil));
    const shown: Record<string, string> = { KEYWAY_FORCE_TTY: '200', NO_COLOR: '1' };
    for (const more of [{}, shown]) {
      const { stdout } = await keyway(['orgs', 'list'], { env: { ...env, ...more } });
      for (const bad of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(bad);
      expect(stdout.split('\n').filter((line) => line.includes('@AdobeOrg'))).toHaveLength(1);
    }
    const { stdout } = await keyway(['orgs', 'list', '--json'], { env });
    expect((JSON.parse(stdout) as { name: string }[])[0]!.name).toBe(evil);
  });

  test('all pages, up to the limit', async () => {
    const { env } = await fakeKeyway({
      ListOrganizations: ({ variables }) => ({
        organizations: aPage(
          [anOrganization(`After ${String(variables['after'])}`)],
          variables['after'] === null ? 'c1' : null,
        ),
      }),
    });
    const { stdout } = await keyway(['orgs', 'list', '--json'], { env });
    expect((JSON.parse(stdout) as unknown[]).length).toBe(2);
    const limited = await keyway(['orgs', 'list', '--json', '--limit', '1'], { env });
    expect((JSON.parse(limited.stdout) as unknown[]).length).toBe(1);
  });

  test('none: an empty list for programs, a remark for people', async () => {
    const { env } = await fakeKeyway(list());
    expect(await keyway(['orgs', 'list', '--json'], { env })).toMatchObject({ stdout: '[]\n' });
    expect(await keyway(['orgs', 'list'], { env })).toMatchObject({ stdout: '', stderr: '' });
    const shown = await keyway(['orgs', 'list'], { env: { ...env, KEYWAY_FORCE_TTY: '80' } });
    expect(shown).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining('orgs add') as string,
    });
  });

  test('what is verbose holds no token', async () => {
    const { env } = await fakeKeyway({ CliViewer: () => VIEWER });
    const { stderr, stdout } = await keyway(['whoami', '--verbose'], { env });
    expect(stderr).toMatch(/CliViewer: 200, \d+ ms/);
    expect(stderr + stdout).not.toContain(TOKEN);
  });

  test('the language of the server’s texts', async () => {
    const { env, asked } = await fakeKeyway({ CliViewer: () => VIEWER });
    const by = async (more: Record<string, string>, args: string[] = []) => {
      await keyway(['whoami', ...args], { env: { ...env, ...more } });
      return asked.at(-1)!.headers['accept-language'];
    };
    expect(await by({})).toBe('en');
    expect(await by({ LANG: 'es_ES.UTF-8' })).toBe('es');
    expect(await by({ LANG: 'es_ES.UTF-8' }, ['--locale', 'en'])).toBe('en');
  });
});

describe('questions without a terminal', () => {
  const organization = {
    ...anOrganization('Contoso'),
    currentRun: { id: 'UnVuOjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMQ', status: 'WAITING' },
  };
  test('name the option that is missing, and do nothing', async () => {
    const { env, asked } = await fakeKeyway({
      OrganizationsByName: () => ({ organizations: aPage([organization]) }),
    });
    const { code, stderr } = await keyway(['runs', 'cancel', 'Contoso', '--reason', 'x'], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('--yes');
    expect(asked.some(({ query }) => query.includes('mutation'))).toBe(false);
  });
});

test('an interrupted wait ends at once, with 130', async () => {
  const { env } = await fakeKeyway({
    CliViewer: () => errors('RATE_LIMITED', 'Slow down.', 429, { 'retry-after': '50' }),
  });
  const { child, end } = start(['whoami'], { env });
  await sleep(1500);
  child.kill('SIGINT');
  expect((await end).code).toBe(130);
});

test('a token goes to no other machine in the clear', async () => {
  const env = { KEYWAY_URL: 'http://keyway.example.com', KEYWAY_TOKEN: TOKEN };
  const { code, stderr } = await keyway(['whoami'], { env });
  expect(code).toBe(2);
  expect(stderr).toContain('--allow-http');
});
