/** `keyway audit`: history as JSON lines, for a SIEM. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Option, type Command } from 'commander';
import { AuditFollower } from '../audit/auditFollower.ts';
import { AuditState } from '../audit/auditState.ts';
import { openSink } from '../audit/auditSink.ts';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import { PassingError } from '../audit/readEntries.ts';
import type { Given } from '../cli/given.ts';
import { duration, instant } from '../cli/options.ts';

const EVERY_SECONDS = 5;

export function addAuditCommands(program: Command, makeCli: MakeCli): void {
  const audit = addGroup(program, 'audit', 'History for a SIEM');
  addCommand(audit, makeCli, {
    name: 'follow',
    summary: 'Write each entry of history as a line of JSON, and continue with new ones',
    details:
      'Every entry that the token sees, at least once, in the order of its chain. The state says\n' +
      'what was written: after a restart the command continues there. Each line has the hash of\n' +
      'its entry and of the one before it; a chain that does not continue ends the command with 1.\n' +
      'Ctrl-C or SIGTERM ends it after the line that it writes.',
    options: [
      new Option(
        '--state <file>',
        'where it keeps what was written; belongs to one command alone',
      ).makeOptionMandatory(),
      new Option('--output <file>', 'append to this file in place of stdout'),
      instant('--since <time>', 'the first time: from then on; by default everything'),
      duration('--every <time>', `how often it asks for new ones; ${EVERY_SECONDS}s by default`),
      new Option('--once', 'end when everything was written'),
    ],
    examples: [
      'keyway audit follow --state /var/lib/keyway/audit.json',
      'keyway audit follow --state audit.json --output /var/log/keyway/audit.jsonl',
      'keyway audit follow --state audit.json --since 2026-11-01 --once',
    ],
    run: follow,
  });
}

async function follow(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const output = given.text('output') ?? null;
  const state = await AuditState.open(given.text('state')!, given.text('since') ?? null);
  const sink = openSink(cli, output);
  const follower = await AuditFollower.of(client, state, sink);
  const milliseconds = (given.count('every') ?? EVERY_SECONDS) * 1000;
  const end = AbortSignal.any([cli.signal, cli.terminal.noReader]);
  try {
    await follower.readAll(end);
    while (!given.flag('once') && !end.aborted) {
      await sleep(milliseconds, undefined, { signal: end }).catch(() => undefined);
      if (!end.aborted) await passed(cli, () => follower.pass(end));
    }
  } catch (error) {
    // The request that Ctrl-C ended.
    if (!end.aborted) throw error;
  } finally {
    await sink.close();
  }
}

/** An outage of Keyway ends nothing: what was missed is read afterwards. */
async function passed(cli: Cli, pass: () => Promise<void>): Promise<void> {
  try {
    await pass();
  } catch (error) {
    if (!(error instanceof PassingError)) throw error;
    cli.out.note(`${error.message} Trying again.`);
  }
}
