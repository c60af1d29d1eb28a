/** What the help says below the options: details and examples. */
import type { Command } from 'commander';

export interface CommandDetails {
  details: string | null;
  examples: readonly string[];
}

const known = new WeakMap<Command, CommandDetails>();

export function setDetails(command: Command, given: CommandDetails): void {
  known.set(command, given);
  if (given.details) command.addHelpText('after', `\n${given.details}`);
  command.addHelpText(
    'after',
    `\nExamples:\n${given.examples.map((line) => `  ${line}`).join('\n')}`,
  );
}

/** Undefined for a command that only holds others. */
export const detailsOf = (command: Command): CommandDetails | undefined => known.get(command);
