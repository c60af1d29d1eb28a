/** Every command of every script, with its arguments, as the real tool knows them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { everyScript } from '../../testing/everyScript.ts';
import { callsOf, UNKNOWN_VALUE } from '../../testing/shellCommands.ts';

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../testing/${name}`, import.meta.url));

interface Argument {
  options: string[];
  isRequired: boolean;
  /** Null where any value may be given. */
  choices: string[] | null;
}

/** `name {a|b}` and `required`, one argument a line, below the command's name. */
function readTable(text: string): Map<string, Argument[]> {
  const table = new Map<string, Argument[]>();
  for (const line of text.split('\n').slice(1).filter(Boolean)) {
    if (!line.startsWith(' ')) table.set(line, []);
    else
      [...table.values()].at(-1)!.push({
        options: line.split(' ').filter((word) => word.startsWith('-')),
        isRequired: line.includes(' required'),
        choices: /\{(.*)\}/.exec(line)?.[1]?.split('|') ?? null,
      });
  }
  return table;
}

/** What is wrong with a call, by the table; empty where nothing is. */
function flawsOf(call: string[], table: Map<string, Argument[]>, global: string[]): string[] {
  const names = [...table.keys()].filter((name) => `${call.join(' ')} `.startsWith(`${name} `));
  const name = names.toSorted((a, b) => b.length - a.length)[0];
  const known = name === undefined ? undefined : table.get(name);
  if (name === undefined || !known) return [`no command ${call.join(' ')}`];
  const given = call.slice(name.split(' ').length);
  const options = given.flatMap((word, at) => {
    if (!word.startsWith('-')) return [];
    const [option = '', ...rest] = word.split('=');
    const values = given.slice(at + 1);
    const end = values.findIndex((value) => value.startsWith('-'));
    return [{ option, values: rest.length > 0 ? [rest.join('=')] : values.slice(0, end >>> 0) }];
  });
  const wrong = options.flatMap(({ option, values }) => {
    if (global.includes(option)) return [];
    const argument = known.find((one) => one.options.includes(option));
    if (!argument) return [`${name} has no ${option}`];
    const other = values.filter(
      (value) => value !== UNKNOWN_VALUE && !(argument.choices?.includes(value) ?? true),
    );
    return other.map((value) => `${name} ${option} is never ${value}`);
  });
  const missing = known.filter(
    (one) => one.isRequired && !options.some(({ option }) => one.options.includes(option)),
  );
  return [...wrong, ...missing.map((one) => `${name} needs ${one.options.join(' ')}`)];
}

/**
 * The tables are written by the tools themselves: `KEYWAY_AZ_PYTHON` names a Python that has
 * `azure-cli`, `KEYWAY_AWS_PYTHON` one that has `awscli`. With them the tools parse each call.
 */
interface Tool {
  program: string;
  script: string;
  table: string;
  parser: string;
  /** Names the Python that has the real tool. */
  variable: string;
  global: string[];
}
const TOOLS: Tool[] = [
  {
    ...{ program: 'az', script: 'AZ_CLI', variable: 'KEYWAY_AZ_PYTHON' },
    ...{ table: 'tables/az.txt', parser: 'azCommands.py' },
    global: ['--query', '--output'],
  },
  {
    ...{ program: 'aws', script: 'AWS_CLI', variable: 'KEYWAY_AWS_PYTHON' },
    ...{ table: 'tables/aws.txt', parser: 'awsCommands.py' },
    global: ['--query', '--output', '--region'],
  },
];

/** The commands that a template of CloudFormation has in its comments. */
const inComments = (text: string): string =>
  [...text.matchAll(/^#(?:\| (.*)| .*(aws cloudformation .*))$/gm)]
    .map(([, line, command]) => line ?? command)
    .join('\n');

describe.each(TOOLS)('$program', ({ program, script, table, parser, variable, global }) => {
  const templates = program === 'aws' ? everyScript('CLOUDFORMATION').map(inComments) : [];
  const calls = [
    ...new Map(
      [...everyScript(script), ...templates]
        .flatMap((text) => callsOf(program, text))
        .map((call) => [call.join('\0'), call]),
    ).values(),
  ].toSorted((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
  const python = process.env[variable];

  it('has each command and each argument that is used', () => {
    const known = readTable(readFileSync(fileOf(table), 'utf8'));
    expect(calls.length).toBeGreaterThan(5);
    expect(calls.flatMap((call) => flawsOf(call, known, global))).toEqual([]);
    // The table is what is used, and nothing that was used once.
    const used = (name: string) =>
      calls.some((call) => `${call.join(' ')} `.startsWith(`${name} `));
    expect([...known.keys()].filter((name) => !used(name))).toEqual([]);
  });

  it('would notice another command, argument or value', () => {
    const known = readTable(readFileSync(fileOf(table), 'utf8'));
    const [call = []] = calls;
    expect(flawsOf(['nosuch', ...call], known, global)).toHaveLength(1);
    expect(flawsOf([...call, '--no-such=1'], known, global).join()).toContain('has no --no-such');
    const choosing = [...known].flatMap(([name, rows]) =>
      rows.flatMap(({ choices, options }) => (choices ? [[...name.split(' '), options[0]!]] : [])),
    )[0]!;
    expect(flawsOf([...choosing, 'otherwise'], known, global).join()).toContain('is never');
  });

  it.skipIf(!python)(
    `parses every call itself (where ${variable} names a Python that has it)`,
    async () => {
      const out = execFileSync(python!, [fileOf(parser)], {
        input: JSON.stringify(calls),
        encoding: 'utf8',
        env: { ...process.env, AZURE_CORE_COLLECT_TELEMETRY: '0' },
      });
      const found = JSON.parse(out) as { failures: unknown[]; table: string };
      expect(found.failures).toEqual([]);
      await expect(found.table).toMatchFileSnapshot(fileOf(table));
    },
  );
});

describe('run again', () => {
  const CREATES = /\bcreate(?:-\w+)? |\bNew-(?:Az|Mg)\w+|\bAdd-AzKeyVaultKey\b/;
  /** Below a line that asked, or asked on the same one. */
  const asksFirst = (line: string): boolean => /^ {2}|^if \(.*-not \(/.test(line);
  /** The CLI returns an assignment that is there; by its name it is the same one. */
  const returnsWhatIsThere = (line: string): boolean =>
    line.startsWith('az role assignment create');

  it.each(['AZ_CLI', 'AWS_CLI', 'POWERSHELL'])('%s creates nothing without asking', (tool) => {
    const lines = everyScript(tool).flatMap((text) => text.split('\n'));
    const creating = lines.filter((line) => CREATES.test(line) && !/^\s*#/.test(line));
    expect(creating.length).toBeGreaterThan(0);
    const wrong = creating.filter((line) => !asksFirst(line) && !returnsWhatIsThere(line));
    expect(wrong).toEqual([]);
  });

  it('would notice one that does not ask', () => {
    expect(asksFirst('az keyvault key create --name=k')).toBe(false);
    expect(CREATES.test('New-AzKeyVault -Name v')).toBe(true);
  });
});

describe('terraform', () => {
  const terraform = process.env['KEYWAY_TERRAFORM'];
  const scripts = everyScript('TERRAFORM').filter((text) => text.includes('"aws_'));

  it.skipIf(!terraform).each(scripts.map((text, at) => [at, text]))(
    'itself finds script %i valid by the provider’s schema (where KEYWAY_TERRAFORM names one)',
    (_at, text) => {
      const folder = mkdtempSync(join(tmpdir(), 'keyway-terraform-'));
      writeFileSync(join(folder, 'main.tf'), text);
      const plugins = process.env['KEYWAY_TERRAFORM_PLUGINS'];
      const run = (...args: string[]) =>
        execFileSync(terraform!, args, { cwd: folder, encoding: 'utf8' });
      run('init', '-backend=false', ...(plugins ? [`-plugin-dir=${plugins}`] : []));
      expect(run('validate', '-no-color')).toContain('The configuration is valid');
      rmSync(folder, { recursive: true });
    },
  );
});
