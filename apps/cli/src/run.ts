/** Runs one command line and answers its exit code. */
import { CommanderError, type Command } from 'commander';
import { helpTopicOf } from './commands/helpTopics.ts';
import { Cli, type GlobalOptions } from './cli/cli.ts';
import { CliError, EXIT, usageError } from './cli/cliError.ts';
import type { Terminal } from './output/terminal.ts';
import { severalLines } from './output/safeText.ts';
import { paintFor } from './output/paint.ts';
import { makeProgram } from './program.ts';

/** @param args without the program's own name */
export async function run(
  args: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const wantsJson = args.includes('--json');
  const program = makeProgram((command) =>
    Promise.resolve(new Cli(terminal, command.optsWithGlobals<GlobalOptions>(), signal)),
  );
  withOutput(program, terminal);
  const topic = helpTopicOf(args);
  if (topic !== undefined) {
    terminal.stdout.write(`${topic}\n`);
    return EXIT.done;
  }
  try {
    assertHelpExists(program, args);
    await program.parseAsync(withHelp(args), { from: 'user' });
    return EXIT.done;
  } catch (error) {
    // commander has written its message or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (signal.aborted) return EXIT.failed;
    return report(error, terminal, wantsJson);
  }
}

/** `help runs list` is `runs list --help`; commander knows one level only. */
const withHelp = (args: readonly string[]): string[] =>
  args[0] === 'help' && args.length > 2 ? [...args.slice(1), '--help'] : [...args];

/** commander answers a topic that there is not with the general help. */
function assertHelpExists(program: Command, [first, name]: readonly string[]): void {
  if (first !== 'help' || name === undefined || name.startsWith('-')) return;
  if (!program.commands.some((command) => command.name() === name))
    throw usageError(`There is no help on ${name}.`, 'See `keyway --help`.');
}

/** Help and errors of commander go where those of commands go. */
function withOutput(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => void terminal.stdout.write(text),
    writeErr: (text) => void terminal.stderr.write(text),
    getOutHelpWidth: () => terminal.width ?? 80,
    getErrHelpWidth: () => terminal.width ?? 80,
  });
  for (const child of command.commands) withOutput(child, terminal);
}

/** For people as lines, for programs as one line of JSON; never a stack. */
function report(error: unknown, terminal: Terminal, json: boolean): number {
  const known =
    error instanceof CliError
      ? error
      : new CliError(EXIT.failed, `An error of keyway itself: ${String(error)}`);
  const { message, exitCode, hint, problems, errorId } = known;
  if (json) {
    const said = { error: { exitCode, message, hint, problems, errorId } };
    terminal.stderr.write(`${JSON.stringify(said)}\n`);
    return exitCode;
  }
  const paint = paintFor(terminal.colors && terminal.showsProgress);
  terminal.stderr.write(`${paint.red('Error:')} ${severalLines(message)}\n`);
  if (hint) terminal.stderr.write(`${severalLines(hint)}\n`);
  return exitCode;
}
