/** `keyway help <topic>`: what is about no single command. */
import type { Command } from 'commander';

/** Topics by name. The reference has them too. */
export const HELP_TOPICS: Readonly<Record<string, string>> = {
  'exit-codes': `Exit codes

  0    done
  1    refused or failed: the rules do not allow it, Keyway or the network failed,
       a line or an organization was rejected, or what is verified does not fit
  2    usage: an option is missing or not valid, or a name is not unique
  3    not signed in: no token, or one that is not valid any more
  4    not found: what was named does not exist, or you can't see it
  130  ended by Ctrl-C before it was done`,
  environment: `Environment variables

  KEYWAY_URL         where Keyway is; http://localhost:4000 without
  KEYWAY_TOKEN       an API token; it counts before profiles, unless --profile names one
  KEYWAY_PROFILE     the profile to use
  KEYWAY_CONFIG_DIR  the folder of the profiles, in place of the system's own
  KEYWAY_ALLOW_HTTP  1: the token may go over plain http to another machine
  LANG               es…: texts of the server are Spanish
  NO_COLOR           no colors
  KEYWAY_FORCE_TTY   a number: write as to a terminal with so many columns`,
  output: `Output

  stdout has the data, and nothing else. Questions, progress and remarks go to stderr.
  On a terminal lists are tables that fit its width. Otherwise each row is one line with
  tabs, full values and no titles. --json writes one JSON document, or one JSON object
  a line for streams (runs watch, history tail). With --json an error is one line of JSON
  on stderr: {"error":{"exitCode","message","hint","problems","errorId"}}.`,
};

/** Makes `keyway help exit-codes` work, beside `keyway help <command>`. */
export function addHelpTopics(program: Command): void {
  program.addHelpText(
    'after',
    `\nMore help: ${Object.keys(HELP_TOPICS)
      .map((name) => `keyway help ${name}`)
      .join(', ')}.`,
  );
}

/** The text of a topic, where the arguments ask for one. */
export const helpTopicOf = (args: readonly string[]): string | undefined =>
  args[0] === 'help' && Object.hasOwn(HELP_TOPICS, args[1] ?? '')
    ? HELP_TOPICS[args[1]!]
    : undefined;
