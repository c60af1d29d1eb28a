import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { buildSchema, isEnumType } from 'graphql';
import { format, type Options } from 'prettier';
import { expect, test } from 'vitest';
import { commandReference } from '../generate/commandReference.ts';
import { detailsOf } from './cli/commandDetails.ts';
import * as vocabulary from './cli/vocabulary.ts';
import { makeProgram } from './program.ts';
import { run } from './run.ts';
import type { Terminal } from './output/terminal.ts';

const inRoot = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const program = makeProgram(() => Promise.reject(new Error('Nothing runs here.')));
const leaves = (command: Command, path: string[] = []): { command: Command; path: string[] }[] =>
  command.commands.length > 0
    ? command.commands.flatMap((child) => leaves(child, [...path, child.name()]))
    : [{ command, path }];
const commands = leaves(program).filter(({ path }) => path[0] !== 'complete');

/** The output of a command line, in this process. */
async function outputOf(args: string[]) {
  let [stdout, stderr] = ['', ''];
  const sink = (take: (text: string) => void) => ({ write: (text: string) => (take(text), true) });
  // Cast: the streams of a terminal, of which help writes texts alone.
  const terminal = {
    stdin: process.stdin,
    stdout: sink((text) => (stdout += text)),
    stderr: sink((text) => (stderr += text)),
    noReader: new AbortController().signal,
    env: {},
    width: 80,
    showsProgress: false,
    canAsk: false,
    colors: false,
  } as unknown as Terminal;
  const code = await run(args, terminal, new AbortController().signal);
  return { code, stdout, stderr };
}

test.each(commands)(
  '$path has help with examples that it understands',
  async ({ path, command }) => {
    const { code, stdout } = await outputOf([...path, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`keyway ${path.join(' ')}`);
    const examples = detailsOf(command)?.examples ?? [];
    expect(examples.length).toBeGreaterThan(0);
    expect(stdout).toContain(`Examples:\n  ${examples[0]}`);
    for (const example of examples) {
      expect(example).toContain(`keyway ${path.join(' ')}`);
      const options = example.matchAll(/ (--[a-z-]+)/g);
      const known = [...command.options, ...program.options].map(({ long }) => long);
      for (const [, option] of options) expect(known).toContain(option);
    }
    for (const argument of command.registeredArguments) expect(argument.description).not.toBe('');
    for (const option of command.options) expect(option.description).not.toBe('');
  },
);

test.each(['exit-codes', 'environment', 'output'])('help %s', async (topic) => {
  expect(await outputOf(['help', topic])).toMatchObject({ code: 0, stderr: '' });
});

test('help of a command of a group', async () => {
  expect((await outputOf(['help', 'runs', 'list'])).stdout).toContain('keyway runs list');
});

test('the reference is up to date (otherwise: npm run generate)', async () => {
  const style = JSON.parse(readFileSync(inRoot('.prettierrc.json'), 'utf8')) as Options;
  const text = await format(commandReference(), { ...style, parser: 'markdown' });
  expect(readFileSync(inRoot('docs/reference/cli.md'), 'utf8')).toBe(text);
});

test('the guide has a shape for every command with --json', () => {
  const guide = readFileSync(inRoot('docs/cli.md'), 'utf8');
  const shapes = guide.slice(guide.indexOf('## Shapes of JSON'));
  for (const group of ['orgs', 'runs', 'bulk', 'tokens', 'webhooks', 'history', 'evidence'])
    expect(shapes).toContain(`\`${group} `);
});

test('options have the values of the contract', () => {
  const schema = buildSchema(readFileSync(inRoot('apps/api/schema.graphql'), 'utf8'));
  const enums = Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .map((type) => type.getValues().map(({ name }) => name));
  const { SCOPES, HAND_OFF_ACTORS, ...others } = vocabulary;
  expect(SCOPES).toHaveLength(4);
  expect(vocabulary.ACTORS).toEqual(expect.arrayContaining([...HAND_OFF_ACTORS]));
  for (const values of Object.values(others)) expect(enums).toContainEqual([...values]);
});
