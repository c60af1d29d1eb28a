/**
 * What a person typed after `npm start --`. An argument nobody knows is an error with the list of
 * what there is.
 */
import { startHelp } from './startHelp.mjs';

export interface StartArguments {
  demo: boolean;
  /** From `--port`; undefined: `PORT` or 4000. */
  port?: number;
  help: boolean;
}

/** Thrown for what cannot be understood; the message is meant for the person who typed it. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/**
 * Reads the arguments of `npm start`.
 * @throws ArgumentError that names the argument and what would be right
 */
export function parseArguments(args: readonly string[]): StartArguments {
  const result: StartArguments = { demo: true, help: false };
  const rest = args.flatMap((argument) =>
    argument.startsWith('--port=') ? ['--port', argument.slice('--port='.length)] : [argument],
  );
  while (rest.length > 0) {
    const argument = rest.shift();
    if (argument === '--no-demo') result.demo = false;
    else if (argument === '--help' || argument === '-h') result.help = true;
    else if (argument === '--port') result.port = parsePort(rest.shift());
    else throw new ArgumentError(`Unknown argument "${argument}".\n\n${startHelp}`);
  }
  return result;
}

function parsePort(text: string | undefined): number {
  const port = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new ArgumentError(
      `--port needs a number from 1 to 65535${text === undefined ? '' : `, not "${text}"`}: npm start -- --port 4010`,
    );
  }
  return port;
}
