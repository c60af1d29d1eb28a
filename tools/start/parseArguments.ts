/** The arguments of `npm start`. */
import { parseArgs } from 'node:util';
import { startHelp } from './startHelp.mjs';

export interface StartArguments {
  demo: boolean;
  /** From `--port`; undefined: `PORT` or 4000. */
  port?: number;
}

/** The message is for the person who typed the command, and is all there is to print. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** @throws ArgumentError that names the argument and lists the possible ones */
export function parseArguments(args: readonly string[]): StartArguments {
  const { 'no-demo': noDemo, port } = valuesOf(args);
  return { demo: !noDemo, ...(port !== undefined && { port: parsePort(port) }) };
}

function valuesOf(args: readonly string[]) {
  try {
    const options = { 'no-demo': { type: 'boolean' }, port: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [problem = ''] = (error as Error).message.split('. ');
    throw new ArgumentError(`${problem}.\n\n${startHelp}`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new ArgumentError(
    `--port is "${text}", not a port from 1 to 65535. Example: npm start -- --port 4010`,
  );
}
