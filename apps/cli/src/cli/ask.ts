/** Questions, which only a terminal answers. */
import type { Cli } from './cli.ts';
import { CliError, EXIT, usageError } from './cliError.ts';

/** Asks before something is done. @throws CliError at a no, or where nobody can be asked */
export async function confirm(cli: Cli, question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!cli.terminal.canAsk)
    throw usageError(`${question} There is no terminal to ask.`, 'Confirm it with --yes.');
  const { confirm: ask } = await import('@inquirer/prompts');
  if (!(await asked(cli, ask({ message: question, default: false }, context(cli)))))
    throw new CliError(EXIT.failed, 'Nothing was changed.');
}

/**
 * Asks for the IMS organization ID, for what can't be undone. Answers it as given, which the server
 * compares.
 */
export async function confirmImsOrgId(
  cli: Cli,
  given: string | undefined,
  organization: { name: string; imsOrgId: string },
): Promise<string> {
  if (given !== undefined) return given;
  if (!cli.terminal.canAsk)
    throw usageError(
      'This must be confirmed, and there is no terminal to ask.',
      `Give the IMS organization ID of ${organization.name}: --confirm <IMS organization ID>.`,
    );
  const { input } = await import('@inquirer/prompts');
  const message = `Type the IMS organization ID of ${organization.name} to confirm:`;
  const typed = (await asked(cli, input({ message }, context(cli)))).trim();
  if (typed !== organization.imsOrgId)
    throw new CliError(EXIT.failed, 'That is not its IMS organization ID. Nothing was done.');
  return typed;
}

/** A secret: typed without being shown, or read from stdin where that is no terminal. */
export async function readSecret(
  cli: Cli,
  message: string,
  option: string,
  source: string | undefined,
): Promise<string> {
  if (source !== undefined && source !== '-')
    throw usageError(
      'A secret on the command line could be read by other users of this computer.',
      `Use ${option} - and give it on stdin.`,
    );
  if (cli.terminal.canAsk) {
    const { password } = await import('@inquirer/prompts');
    return (await asked(cli, password({ message, mask: '*' }, context(cli)))).trim();
  }
  const text = (await readStdin(cli)).trim();
  if (text) return text;
  throw usageError(`${option} - reads from stdin, and there is nothing.`);
}

const MAX_STDIN = 8 * 1024 * 1024;

export async function readStdin({ terminal }: Cli): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of terminal.stdin) {
    const buffer = Buffer.from(part as string | Buffer);
    bytes += buffer.length;
    if (bytes > MAX_STDIN) throw usageError('stdin holds more than 8 MiB.');
    parts.push(buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** On stderr: stdout is for data. */
const context = ({ terminal, signal }: Cli) => ({
  input: terminal.stdin as NodeJS.ReadStream,
  output: terminal.stderr as NodeJS.WriteStream,
  signal,
});

async function asked<T>(cli: Cli, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const { name } = error as Error;
    if (name !== 'ExitPromptError' && name !== 'AbortPromptError') throw error;
    cli.out.note('Cancelled. Nothing was changed.');
    // A question takes Ctrl-C from the terminal; the process ends as by any other.
    if (!cli.signal.aborted) process.emit('SIGINT');
    throw new CliError(EXIT.failed, 'Cancelled.');
  }
}
