/** The page of all commands, written from the commands themselves. */
import type { Command, Option } from 'commander';
import { detailsOf } from '../src/cli/commandDetails.ts';
import { HELP_TOPICS } from '../src/commands/helpTopics.ts';
import { makeProgram } from '../src/program.ts';

const INTRODUCTION = `# All commands of \`keyway\`

Written from the commands by \`npm run generate\`; \`keyway <command> --help\` says the same.
[The guide](../cli.md) begins at the beginning.

An organization is given by its name, its IMS organization ID or its ID. A run is given by its ID, or
by its organization, whose current run it then is.`;

/** In the text of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/[<>]/g, '\\$&');

const optionRows = (options: readonly Option[]): string[] =>
  options
    .filter(({ hidden, long }) => !hidden && long !== '--help')
    .map(
      ({ flags, description, mandatory }) =>
        `| \`${flags.replaceAll('|', '\\|')}\` | ${cell(description)}${mandatory ? ' (required)' : ''} |`,
    );

const table = (head: string, rows: readonly string[]): string[] =>
  rows.length > 0 ? [`| ${head} | |\n| --- | --- |\n${rows.join('\n')}`] : [];

function section(command: Command, path: string): string[] {
  const details = detailsOf(command);
  if (!details) return [];
  const usage = command.registeredArguments
    .map((argument) => {
      const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
      return argument.required ? ` <${name}>` : ` [${name}]`;
    })
    .join('');
  const args = command.registeredArguments.map(
    (argument) => `| \`${argument.name()}\` | ${cell(argument.description)} |`,
  );
  return [
    `## ${path}`,
    `\`${path}${usage}\``,
    `${command.summary()}.`,
    ...(details.details ? [cell(details.details.replaceAll('\n', ' '))] : []),
    ...table('argument', args),
    ...table('option', optionRows(command.options)),
    `\`\`\`sh\n${details.examples.join('\n')}\n\`\`\``,
  ];
}

const sectionsOf = (command: Command, path: string): string[] => [
  ...section(command, path),
  ...command.commands.flatMap((child) => sectionsOf(child, `${path} ${child.name()}`)),
];

/** The page as Markdown, not formatted yet. */
export function commandReference(): string {
  const program = makeProgram(() => Promise.reject(new Error('Nothing runs here.')));
  const topics = Object.values(HELP_TOPICS).map((text) => {
    const [title, , ...lines] = text.split('\n');
    return `## ${title}\n\n\`\`\`text\n${lines.map((line) => line.slice(2)).join('\n')}\n\`\`\``;
  });
  return [
    INTRODUCTION,
    '## Options of every command',
    ...table('option', optionRows(program.options)),
    ...sectionsOf(program, 'keyway'),
    ...topics,
  ].join('\n\n');
}
