/** What every command runs with: the client of the chosen profile, and its output. */
import { ClientOptionsError, createClient, type Client } from '@keyway/client';
import { Output } from '../output/output.ts';
import type { Terminal } from '../output/terminal.ts';
import { ProfileFiles, type Profile } from '../profiles/profileFiles.ts';
import { CliError, EXIT, usageError } from './cliError.ts';
import { chooseEndpoint, type Endpoint } from './endpoint.ts';
import { VERSION } from './version.ts';

/** Options that every command has. */
export interface GlobalOptions {
  json?: boolean | undefined;
  profile?: string | undefined;
  url?: string | undefined;
  locale?: 'en' | 'es' | undefined;
  color?: boolean | undefined;
  verbose?: boolean | undefined;
  allowHttp?: boolean | undefined;
}

export class Cli {
  readonly terminal: Terminal;
  readonly options: GlobalOptions;
  readonly out: Output;
  readonly profiles: ProfileFiles;
  /** Ends with Ctrl-C. */
  readonly signal: AbortSignal;
  #client: Client | undefined;
  #endpoint: Endpoint | undefined;

  constructor(terminal: Terminal, options: GlobalOptions, signal: AbortSignal) {
    this.terminal = terminal;
    this.options = options;
    this.signal = signal;
    this.out = new Output(terminal, { json: options.json ?? false, colors: options.color ?? true });
    this.profiles = new ProfileFiles(terminal.env);
  }

  /** Where Keyway is, and with which token. */
  async endpoint(): Promise<Endpoint> {
    return (this.#endpoint ??= await chooseEndpoint(
      this.options,
      this.terminal.env,
      this.profiles,
    ));
  }

  /** @throws CliError where nobody is signed in */
  async client(): Promise<Client> {
    if (this.#client) return this.#client;
    const { url, token } = await this.endpoint();
    if (token === null)
      throw new CliError(EXIT.notSignedIn, `Nobody is signed in at ${url}.`, {
        hint: 'Sign in with `keyway login`, or set KEYWAY_TOKEN.',
      });
    return (this.#client = this.clientOf(url, token));
  }

  clientOf(url: string, token: string | undefined): Client {
    const { allowHttp, verbose } = this.options;
    try {
      return createClient({
        url,
        token,
        locale: this.locale,
        allowHttp: allowHttp ?? this.terminal.env['KEYWAY_ALLOW_HTTP'] === '1',
        signal: this.signal,
        userAgent: `keyway-cli/${VERSION}`,
        retry: {
          onRetry: (seconds, reason) => {
            if (verbose || this.terminal.showsProgress || seconds >= 3)
              this.out.note(`${reason} Trying again in ${Math.ceil(seconds)} s …`);
          },
        },
        onAttempt: ({ operation, status, milliseconds, readFrom }) => {
          const from = readFrom === null ? '' : `, from the ${readFrom}`;
          if (verbose)
            this.out.note(`${operation}: ${status ?? 'no answer'}, ${milliseconds} ms${from}`);
        },
      });
    } catch (error) {
      if (!(error instanceof ClientOptionsError)) throw error;
      const isHttp = error.message.includes('plain http');
      throw usageError(
        error.message,
        isHttp ? 'In a network that you trust: --allow-http, or KEYWAY_ALLOW_HTTP=1.' : null,
      );
    }
  }

  /** The language of the server's texts. */
  get locale(): 'en' | 'es' {
    const { LC_ALL, LC_MESSAGES, LANG } = this.terminal.env;
    return (
      this.options.locale ??
      (/^es([._-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'es' : 'en')
    );
  }

  /** The profile in use, for what is kept in it; null where the token is from the environment. */
  async profile(): Promise<{ name: string; profile: Profile } | null> {
    const { profile: name } = await this.endpoint();
    const profile = name === null ? null : await this.profiles.read(name);
    return name !== null && profile ? { name, profile } : null;
  }
}
