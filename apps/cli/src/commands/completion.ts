/** `keyway completion` */
import tab from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import { usageError } from '../cli/cliError.ts';
import { STEPS, TRACKS } from '../cli/vocabulary.ts';
import { profileNames } from '../profiles/profileFiles.ts';
import { HELP_TOPICS } from './helpTopics.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

const INSTALL: Readonly<Record<(typeof SHELLS)[number], string>> = {
  bash: 'source <(keyway completion bash)',
  zsh: 'source <(keyway completion zsh)',
  fish: 'keyway completion fish | source',
};

/** After all other commands: the shell asks for those that there are now. */
export function addCompletionCommand(program: Command, makeCli: MakeCli): void {
  addCommand(program, makeCli, {
    name: 'completion <shell>',
    summary: 'Write a script that completes commands, options and their values',
    details: SHELLS.map((shell) => `${shell}: ${INSTALL[shell]}`).join('\n'),
    args: { shell: `the shell (${SHELLS.join(', ')})` },
    examples: ['source <(keyway completion bash)', 'keyway completion fish | source'],
    run: async (cli, given) => {
      const shell = given.arg(0);
      if (!SHELLS.some((known) => known === shell))
        throw usageError(`There is no completion for ${shell}.`, `There are ${SHELLS.join(', ')}.`);
      cli.out.text(await scriptOf(shell));
    },
  });
  addValues(tab(program, { completionCommandName: 'complete' }));
  // The shell calls it; nobody else does.
  const shown = program.commands.find((command) => command.name() === 'complete');
  if (shown) Object.assign(shown, { _hidden: true });
}

type Completions = ReturnType<typeof tab>;
type Handler = (complete: (value: string, description: string) => void) => void;

const oneOf =
  (values: () => readonly string[]): Handler =>
  (complete) => {
    for (const value of values()) complete(value, '');
  };

/** Values of arguments, which commander would also write into the help and compare by case. */
const VALUES: Readonly<Record<string, Handler>> = {
  track: oneOf(() => TRACKS),
  step: oneOf(() => STEPS),
  shell: oneOf(() => SHELLS),
};
const PROFILES = oneOf(() => profileNames(process.env));

function addValues(complete: Completions): void {
  const profile = complete.options.get('profile');
  for (const [path, command] of [['', complete] as const, ...complete.commands]) {
    for (const [name, argument] of command.arguments) {
      const handler = path.startsWith('profiles ') && name === 'name' ? PROFILES : VALUES[name];
      if (handler) argument.handler = handler;
    }
    // Options of all commands work after each of them.
    for (const [name, option] of complete.options)
      if (!command.options.has(name)) command.options.set(name, option);
  }
  if (profile) profile.handler = PROFILES;
  complete.commands.get('help')?.argument(
    'topic',
    oneOf(() => Object.keys(HELP_TOPICS)),
  );
}

/** The call of a function that bash has with the package bash-completion alone, and its results. */
const CALL = /^ *(_get_comp_\w+) -n "=:" (\w+) (\w+) (\w+) (\w+)$/m;

/** The script for bash, which works without that package too, and may be read again. */
const forBash = (script: string): string =>
  script
    .replace(/^readonly /gm, '')
    .replace(CALL, (call, name: string, cur: string, prev: string, all: string, place: string) =>
      [
        `    if declare -F ${name} >/dev/null; then`,
        `    ${call}`,
        '    else',
        `        ${all}=("\${COMP_WORDS[@]}") ${place}=$COMP_CWORD`,
        `        ${cur}="\${COMP_WORDS[COMP_CWORD]}" ${prev}="\${COMP_WORDS[COMP_CWORD-1]}"`,
        '    fi',
      ].join('\n'),
    );

async function scriptOf(shell: string): Promise<string> {
  const { default: complete } = await import('@bomb.sh/tab');
  const lines: string[] = [];
  const { log } = console;
  console.log = (text: string) => void lines.push(text);
  try {
    complete.setup('keyway', 'keyway', shell);
  } finally {
    console.log = log;
  }
  const script = lines.join('\n');
  return shell === 'bash' ? forBash(script) : script;
}
