/** `keyway config` */
import { readFile } from 'node:fs/promises';
import * as util from 'node:util';
import { Option, type Command } from 'commander';
import type { Environment, ProcessName } from '@keyway/config';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, usageError } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { choices, several } from '../cli/options.ts';
import type { Answer } from '../settings/checkConnections.ts';
import type { Finding } from '../settings/checkSettings.ts';

const PROCESSES: readonly ProcessName[] = ['api', 'worker', 'sandbox'];
const BY_DEFAULT: readonly ProcessName[] = ['api', 'worker'];

export function addConfigCommands(program: Command, makeCli: MakeCli): void {
  const config = addGroup(program, 'config', 'The settings of an installation');
  addCommand(config, makeCli, {
    name: 'check',
    summary: 'Check the settings of api and worker, without starting them',
    details:
      'Reads the environment as a process does at its start, so run it where that will run:\n' +
      'files are read too. Ends with 1 where something keeps a process from starting; warnings\n' +
      'alone end with 0. No secret is printed. With --connect it also tries whether database,\n' +
      'proxy, mail server and sign-in providers answer; it signs in nowhere.',
    options: [
      choices('--process <process>', 'these alone; api and worker by default', PROCESSES),
      several('--file <file>', 'NAME=value lines, in place of this environment'),
      new Option('--connect', 'try whether what the settings name answers'),
    ],
    examples: [
      'keyway config check',
      'keyway config check --file keyway.env --process api',
      'keyway config check --connect --json',
    ],
    run: check,
  });
}

async function check(cli: Cli, given: Given): Promise<void> {
  const files = given.list('file');
  const environment = files ? await readFiles(files) : cli.terminal.env;
  const processes = (given.list('process') as ProcessName[] | undefined) ?? BY_DEFAULT;
  // What other commands would load for nothing.
  const { checkConnections, checkSettings, findingsOf } = await import('../settings/index.ts');
  const found = checkSettings(environment, processes);
  const isRight = found.every(({ level }) => level === 'WARNING');
  const answers =
    given.flag('connect') && isRight ? await checkConnections(environment, cli.signal) : null;
  const findings = [...found, ...findingsOf(answers ?? [])];
  write(cli, { processes, findings, answers });
  const errors = findings.filter(({ level }) => level === 'ERROR').length;
  if (errors > 0)
    throw new CliError(EXIT.failed, `${errors} ${errors === 1 ? 'problem' : 'problems'}.`, {
      hint:
        given.flag('connect') && !isRight ? 'Connections are tried once these are solved.' : null,
    });
}

/** Later files count before earlier ones. */
async function readFiles(paths: readonly string[]): Promise<Environment> {
  // Node 20 has it from 20.12 on.
  const { parseEnv } = util as { parseEnv?: typeof util.parseEnv };
  if (!parseEnv) throw usageError('--file needs Node.js 20.12 or newer.');
  const texts = await Promise.all(
    paths.map((path) =>
      readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw usageError(`${path} cannot be read (${error.code ?? error.message}).`);
      }),
    ),
  );
  return Object.assign({}, ...texts.map((text) => parseEnv(text))) as Environment;
}

interface Checked {
  processes: readonly ProcessName[];
  findings: readonly Finding[];
  /** Null: connections were not tried. */
  answers: readonly Answer[] | null;
}

function write(cli: Cli, checked: Checked): void {
  const { processes, findings, answers } = checked;
  if (cli.out.json) return cli.out.document({ ...checked, answers: answers ?? undefined });
  const once = [...new Map(findings.map((finding) => [finding.message, finding])).values()];
  cli.out.list(
    once,
    [
      { title: 'LEVEL', value: ({ level }) => level, style: levelStyle },
      { title: 'PROCESS', value: ({ message }) => concerned(findings, message), min: 7 },
      { title: 'FINDING', value: ({ message }) => message },
    ],
    `The settings of ${processes.join(' and ')} are right.`,
  );
  for (const { variable, address, problem } of answers ?? [])
    if (problem === null) cli.out.note(`${variable}: ${address} answers.`);
}

const levelStyle = ({ level }: Finding) => (level === 'ERROR' ? 'red' : 'yellow');

const concerned = (findings: readonly Finding[], message: string): string =>
  findings
    .flatMap(({ message: own, process }) => (own === message && process ? [process] : []))
    .join(', ');
