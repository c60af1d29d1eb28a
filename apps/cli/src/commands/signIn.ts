/** `keyway login`, `logout` and `profiles` */
import { Option, type Command } from 'commander';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import { readSecret } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { notFoundError, usageError } from '../cli/cliError.ts';
import { DEFAULT_URL } from '../cli/endpoint.ts';
import type { Given } from '../cli/given.ts';
import { choices, duration } from '../cli/options.ts';
import { SCOPES } from '../cli/vocabulary.ts';
import { browserLogin, revokeToken } from '../login/browserLogin.ts';
import { hasBrowser } from '../login/openBrowser.ts';
import { readMetadata } from '../login/serverMetadata.ts';
import { fileOf, type Profile } from '../profiles/profileFiles.ts';
import { readViewer } from './whoami.ts';

interface SignedIn {
  token: string;
  expiresAt?: string | null;
  revocationEndpoint?: string | null;
}

const DEFAULT_TIMEOUT_SECONDS = 300;

export function addSignInCommands(program: Command, makeCli: MakeCli): void {
  addCommand(program, makeCli, {
    name: 'login',
    summary: 'Sign in by the browser or with an API token, and keep it in a profile',
    details:
      'Opens the browser, where you allow what the command may do. Where it runs on another\n' +
      'computer, paste the address that it could not open. In scripts --token - reads an API token\n' +
      'from stdin; on the command line other users of the computer could read it. A token that the\n' +
      'browser gave to this profile before is revoked.',
    options: [
      new Option('--token <source>', 'where an API token is read from: - is stdin'),
      choices('--scopes <scopes>', 'what to ask for; read and runs:write by default', SCOPES),
      new Option('--web', 'by the browser, also without a terminal'),
      new Option('--no-open', 'only show the address'),
      duration('--timeout <duration>', 'how long to wait for the browser; 5m by default'),
    ],
    examples: [
      'keyway login --url https://keyway.example.com',
      'keyway login --scopes read,approve --profile approver',
      'keyway login --profile ci --url https://keyway.example.com --token - < token.txt',
    ],
    run: login,
  });
  addCommand(program, makeCli, {
    name: 'logout',
    summary: 'Forget the token of a profile, and revoke it where it is of the browser',
    examples: ['keyway logout', 'keyway logout --profile production'],
    run: logout,
  });
  const profiles = addGroup(program, 'profiles', 'Several Keyways, or several people');
  addCommand(profiles, makeCli, {
    name: 'list',
    summary: 'List the profiles',
    examples: ['keyway profiles list'],
    run: listProfiles,
  });
  addCommand(profiles, makeCli, {
    name: 'use <name>',
    summary: 'Use a profile where none is named',
    args: { name: 'the profile' },
    examples: ['keyway profiles use production'],
    run: async (cli, given) => {
      const name = given.arg(0);
      if (!(await cli.profiles.read(name))) throw noSuchProfile(name);
      await cli.profiles.use(name);
      cli.out.note(`Using the profile ${name}.`);
    },
  });
  addCommand(profiles, makeCli, {
    name: 'remove <name>',
    summary: 'Remove a profile with its token, without revoking the token',
    args: { name: 'the profile' },
    examples: ['keyway profiles remove production'],
    run: async (cli, given) => {
      const name = given.arg(0);
      if (!(await cli.profiles.remove(name))) throw noSuchProfile(name);
      cli.out.note(`Removed the profile ${name}.`);
    },
  });
}

const noSuchProfile = (name: string) =>
  notFoundError(`There is no profile ${name}.`, 'See `keyway profiles list`.');

async function login(cli: Cli, given: Given): Promise<void> {
  const name = cli.options.profile ?? (await cli.profiles.current());
  fileOf(name);
  const { env } = cli.terminal;
  const before = await cli.profiles.read(name).catch(() => null);
  const url = cli.options.url ?? (env['KEYWAY_URL'] || before?.url || DEFAULT_URL);
  const signedIn = await signIn(cli, given, url);
  const { client, viewer, former } = await keep(cli, name, url, signedIn);
  await revokeFormer(cli, former, signedIn.token);
  const names = await cli.profiles.names();
  if (names.length === 1) await cli.profiles.use(name);
  cli.out.record({ profile: name, url: client.url, viewer }, [
    ['signed in as', viewer.name],
    ['partner', viewer.partner],
    ['role', viewer.role],
    ['scopes', viewer.scopes.join(', ')],
    ['address', client.url],
    ['profile', name],
  ]);
  const notGiven = (given.list('scopes') ?? []).filter((scope) => !viewer.scopes.includes(scope));
  if (notGiven.length > 0)
    cli.out.note(
      `Not given: ${notGiven.join(', ')}. Sign in again and select it in the browser, if your role has it.`,
    );
}

/** A token that could not be kept is known to nobody, so it is revoked. */
async function keep(cli: Cli, name: string, url: string, signedIn: SignedIn) {
  try {
    const client = cli.clientOf(url, signedIn.token);
    const { viewer } = await readViewer(client);
    const own = { ...signedIn, url: client.url, viewer: viewer.name, partner: viewer.partner };
    const former = await cli.profiles.replace(name, (before): Profile => {
      // Keys that were seen first stay trusted, whoever signs in at this Keyway.
      const keys = before?.url === client.url ? before.keys : undefined;
      return { ...own, ...(keys && { keys }) };
    });
    return { client, viewer, former };
  } catch (error) {
    const { revocationEndpoint, token } = signedIn;
    if (revocationEndpoint) await revokeToken(revocationEndpoint, token).catch(() => undefined);
    throw error;
  }
}

/** What the profile had before from the browser would be valid, and in nobody's list. */
async function revokeFormer(cli: Cli, former: Profile | null, token: string): Promise<void> {
  if (!former?.revocationEndpoint || former.token === token) return;
  try {
    await revokeToken(former.revocationEndpoint, former.token);
  } catch {
    cli.out.note(
      'The token that this profile had before could not be revoked. An owner can revoke it in Keyway.',
    );
  }
}

async function signIn(cli: Cli, given: Given, url: string): Promise<SignedIn> {
  const source = given.text('token');
  const byToken = (): Promise<string> => readSecret(cli, 'API token:', '--token', source);
  if (source !== undefined) return { token: await byToken() };
  if (!cli.terminal.canAsk && !given.flag('web'))
    throw usageError(
      'There is no terminal to sign in at.',
      'Give an API token on stdin with --token -, or use --web.',
    );
  // Also refuses an address that a token must not go to.
  const { url: address } = cli.clientOf(url, undefined);
  const metadata = await readMetadata(address, fetch, cli.signal);
  if (!metadata) {
    cli.out.note('This Keyway has no sign-in by the browser. Use an API token.');
    return { token: await byToken() };
  }
  const { token, expiresAt } = await browserLogin(cli, {
    metadata,
    scopes: given.list('scopes'),
    opensBrowser: !given.isOff('open') && hasBrowser(cli.terminal.env),
    timeoutSeconds: given.count('timeout') ?? DEFAULT_TIMEOUT_SECONDS,
  });
  return { token, expiresAt, revocationEndpoint: metadata.revocationEndpoint };
}

async function logout(cli: Cli): Promise<void> {
  const name = cli.options.profile ?? (await cli.profiles.current());
  const profile = await cli.profiles.read(name);
  if (!profile) throw noSuchProfile(name);
  const { revocationEndpoint, token } = profile;
  if (revocationEndpoint) await revokeToken(revocationEndpoint, token);
  if (!(await cli.profiles.remove(name, token))) {
    cli.out.note(`Somebody signed in to the profile ${name} meanwhile; that sign-in is kept.`);
    return;
  }
  cli.out.note(
    revocationEndpoint
      ? `Signed out of the profile ${name}. Its token is revoked.`
      : `Forgot the token of the profile ${name}. Whoever has it elsewhere can still use it.`,
  );
}

async function listProfiles(cli: Cli): Promise<void> {
  const current = await cli.profiles.current();
  const rows = [];
  for (const name of await cli.profiles.names()) {
    const profile = await cli.profiles.read(name);
    if (!profile) continue;
    const { url, viewer, partner, expiresAt = null } = profile;
    rows.push({ name, current: name === current, url, viewer, partner, expiresAt });
  }
  cli.out.list(
    rows,
    [
      { title: '', min: 1, value: (row) => (row.current ? '*' : '') },
      { title: 'name', value: (row) => row.name },
      { title: 'address', value: (row) => row.url },
      { title: 'signed in as', value: (row) => row.viewer },
      { title: 'partner', value: (row) => row.partner },
      { title: 'expires', value: (row) => row.expiresAt },
    ],
    'No profiles. Sign in with `keyway login`.',
  );
}
