/** Adds a command with its help. Each has examples, which a test demands. */
import type { Command, Option } from 'commander';
import type { Cli } from './cli.ts';
import { Given } from './given.ts';
import { setDetails } from './commandDetails.ts';

export interface CommandSpec {
  /** Its name and arguments, as commander writes them: `show <organization>`. */
  name: string;
  summary: string;
  /** What a reader has to know besides. */
  details?: string;
  /** What each argument is. */
  args?: Readonly<Record<string, string>>;
  options?: readonly Option[];
  /** Whole lines, such as `keyway orgs list --json`. */
  examples: readonly string[];
  run: (cli: Cli, given: Given) => Promise<void>;
}

/** How a command gets what it runs with. */
export type MakeCli = (command: Command) => Promise<Cli>;

export function addCommand(parent: Command, makeCli: MakeCli, spec: CommandSpec): Command {
  const command = parent.command(spec.name).summary(spec.summary).description(spec.summary);
  for (const argument of command.registeredArguments)
    argument.description = spec.args?.[argument.name()] ?? '';
  for (const option of spec.options ?? []) command.addOption(option);
  setDetails(command, { details: spec.details ?? null, examples: spec.examples });
  command.action(async (...called: unknown[]) => {
    // commander passes the arguments, the options and the command.
    const args = called.slice(0, -2);
    const given = new Given(args, command.optsWithGlobals<Record<string, unknown>>());
    await spec.run(await makeCli(command), given);
  });
  return command;
}

/** A command that only holds others. */
export const addGroup = (parent: Command, name: string, summary: string): Command =>
  parent.command(name).summary(summary).description(summary);
