/** Signs in by the browser: authorization code with PKCE (RFC 7636) to a loopback address. */
import { createHash, randomBytes } from 'node:crypto';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT } from '../cli/cliError.ts';
import { answerOf, openLoopback, type Answer } from './loopback.ts';
import { openBrowser } from './openBrowser.ts';
import type { ServerMetadata } from './serverMetadata.ts';

const CLIENT_ID = 'keyway-cli';

export interface BrowserToken {
  token: string;
  expiresAt: string | null;
}

interface Options {
  metadata: ServerMetadata;
  scopes: readonly string[] | undefined;
  opensBrowser: boolean;
  timeoutSeconds: number;
}

const secret = (): string => randomBytes(32).toString('base64url');

/** @throws CliError where the person refuses, or nobody comes back in time */
export async function browserLogin(
  cli: Cli,
  { metadata, scopes, opensBrowser, timeoutSeconds }: Options,
): Promise<BrowserToken> {
  const [state, verifier] = [secret(), secret()];
  const loopback = await openLoopback(state);
  const ended = new AbortController();
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const address = new URL(metadata.authorizationEndpoint);
    const parameters = {
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: loopback.redirectUri,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state,
      ...(scopes && { scope: scopes.join(' ') }),
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    cli.out.note(`Sign in here:\n\n${address.href}\n`);
    if (opensBrowser) await openBrowser(address.href);
    const answer = await Promise.race([
      loopback.answer,
      pasted(cli, state, ended.signal),
      whenAborted(AbortSignal.any([timeout, cli.signal])),
    ]);
    const code = codeOf(answer, metadata, timeout.aborted);
    return await exchange(metadata, {
      code,
      code_verifier: verifier,
      redirect_uri: loopback.redirectUri,
    });
  } finally {
    ended.abort();
    loopback.close();
  }
}

/** Where the browser runs on another computer: the address that it could not open. */
async function pasted(cli: Cli, state: string, signal: AbortSignal): Promise<Answer> {
  const never = new Promise<Answer>(() => {});
  if (!cli.terminal.canAsk) return never;
  const { input } = await import('@inquirer/prompts');
  try {
    const typed = await input(
      {
        message: 'Waiting. Where the browser can’t come back, paste the address that it shows:',
        validate: (text) =>
          answerOf(text.trim(), state) !== null || 'That is not the address of this sign-in.',
      },
      {
        input: cli.terminal.stdin as NodeJS.ReadStream,
        output: cli.terminal.stderr as NodeJS.WriteStream,
        signal: AbortSignal.any([signal, cli.signal]),
        clearPromptOnDone: true,
      },
    );
    return answerOf(typed.trim(), state) ?? never;
  } catch {
    // Ended by the browser, or by Ctrl-C, which the process hears of itself.
    if (!signal.aborted) process.emit('SIGINT');
    return never;
  }
}

const whenAborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });

function codeOf(answer: Answer | null, { issuer }: ServerMetadata, isLate: boolean): string {
  if (answer === null)
    throw new CliError(
      EXIT.failed,
      isLate ? 'Nobody signed in in time.' : 'Cancelled. Nothing was changed.',
    );
  if ('error' in answer)
    throw new CliError(
      EXIT.failed,
      answer.error === 'access_denied' ? 'You did not allow it.' : `Refused: ${answer.error}.`,
    );
  // RFC 9207: the code of another server is not sent to this one.
  if (answer.iss !== null && answer.iss !== issuer)
    throw new CliError(EXIT.failed, `The answer is of another Keyway: ${answer.iss}.`);
  return answer.code;
}

async function exchange(
  { tokenEndpoint }: ServerMetadata,
  values: Readonly<Record<string, string>>,
): Promise<BrowserToken> {
  const response = await fetch(tokenEndpoint, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      ...values,
    }),
    signal: AbortSignal.timeout(30_000),
  }).catch(() => {
    throw new CliError(EXIT.failed, `The connection to ${new URL(tokenEndpoint).host} failed.`);
  });
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const { access_token: token, expires_in: seconds, error_description: problem } = body;
  if (!response.ok || typeof token !== 'string')
    throw new CliError(
      EXIT.failed,
      typeof problem === 'string' ? problem : `No token was given (HTTP ${response.status}).`,
      { hint: 'Begin again: keyway login.' },
    );
  const expiresAt =
    typeof seconds === 'number' ? new Date(Date.now() + seconds * 1000).toISOString() : null;
  return { token, expiresAt };
}

/** Ends a token that was given by the browser. @throws CliError where that could not be done */
export async function revokeToken(endpoint: string, token: string): Promise<void> {
  const response = await fetch(endpoint, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ client_id: CLIENT_ID, token }),
    signal: AbortSignal.timeout(30_000),
  }).catch(() => null);
  if (response?.ok) return;
  throw new CliError(EXIT.failed, 'The token could not be revoked, so it is kept.', {
    hint: 'Try again, or forget it without revoking: keyway profiles remove <name>.',
  });
}
