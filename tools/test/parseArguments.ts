/** What a person typed after `npm test --`. */
import { testHelp } from './testHelp.mjs';

export interface TestArguments {
  /** Nx project names; empty: all. */
  only: string[];
  browser: boolean;
  cache: boolean;
  help: boolean;
  /** Handed to Vitest; needs exactly one project in `only`. */
  vitest: string[];
}

/** @throws Error whose message is meant for the person who typed it */
export function parseTestArguments(args: readonly string[]): TestArguments {
  const result: TestArguments = { only: [], browser: true, cache: true, help: false, vitest: [] };
  const rest = args.flatMap((argument) =>
    argument.startsWith('--only=') ? ['--only', argument.slice('--only='.length)] : [argument],
  );
  while (rest.length > 0) {
    const argument = rest.shift() ?? '';
    if (argument === '--only') result.only.push(...names(rest.shift()));
    else if (argument === '--no-browser') result.browser = false;
    else if (argument === '--no-cache') result.cache = false;
    else if (argument === '--help' || argument === '-h') result.help = true;
    else result.vitest.push(argument);
  }
  if (result.vitest.length > 0 && result.only.length !== 1) {
    throw new Error(
      `"${result.vitest[0]}" is for Vitest; say for which project: npm test -- --only store ${result.vitest.join(' ')}\n\n${testHelp}`,
    );
  }
  return result;
}

function names(text: string | undefined): string[] {
  const list = (text ?? '').split(',').filter((name) => name !== '');
  if (list.length === 0 || text?.startsWith('-'))
    throw new Error(`--only needs the name of a project.\n\n${testHelp}`);
  return list;
}
