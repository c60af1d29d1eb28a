import { Command, CommanderError } from 'commander';
import { testHelp } from './testHelp.mjs';

export interface TestArguments {
  /** Nx project names; empty: all. */
  only: string[];
  browser: boolean;
  cache: boolean;
  /** Passed to Vitest; needs exactly one project in `only`. */
  vitest: string[];
}

/**
 * Parses what was typed after `npm test --`.
 * @throws Error with a message for the person who typed it
 */
export function parseTestArguments(args: readonly string[]): TestArguments {
  const command = new Command()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .helpOption(false)
    .option('--only <projects>', 'comma-separated', projectNames, [])
    .option('--no-browser')
    .option('--no-cache')
    .argument('[vitest...]')
    .allowUnknownOption()
    .passThroughOptions();
  try {
    command.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new Error(`${error.message.replace(/^error: /, '')}\n\n${testHelp}`);
  }
  const { only, browser, cache } = command.opts<Omit<TestArguments, 'vitest'>>();
  const vitest = command.args;
  if (vitest.length > 0 && only.length !== 1) {
    const example = `npm test -- --only store ${vitest.join(' ')}`;
    throw new Error(
      `"${vitest[0]}" is for Vitest. Name one project, for example: ${example}\n\n${testHelp}`,
    );
  }
  return { only, browser, cache, vitest };
}

function projectNames(list: string, before: string[]): string[] {
  const names = list.split(',').filter((name) => name !== '');
  if (names.length === 0 || list.startsWith('-'))
    throw new Error(`--only needs the name of a project.\n\n${testHelp}`);
  return [...before, ...names];
}
