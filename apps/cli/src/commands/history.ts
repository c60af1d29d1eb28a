/** `keyway history` */
import { setTimeout as sleep } from 'node:timers/promises';
import { Option, type Command } from 'commander';
import type { Client, HistoryFilter } from '@keyway/client';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import { collect } from '../cli/collect.ts';
import type { Given } from '../cli/given.ts';
import { instant, several, wholeNumber } from '../cli/options.ts';
import { unwrap } from '../cli/unwrap.ts';
import { findOrganization } from '../resolve/organization.ts';
import { findRun } from '../resolve/run.ts';
import { tailDocument, type TailEntry } from './historyDocuments.ts';
import { verifyHistory } from './verifyHistory.ts';
import { writeCheckpoints } from './writeCheckpoints.ts';

export function addHistoryCommands(program: Command, makeCli: MakeCli): void {
  const history = addGroup(program, 'history', 'Who did what, in an unbroken chain');
  addCommand(history, makeCli, {
    name: 'tail',
    summary: 'Show the last entries, oldest first',
    details: 'With --json each entry is one line. -f shows new ones as they come; Ctrl-C ends it.',
    options: [
      new Option('-f, --follow', 'show new entries as they come'),
      wholeNumber('-n, --lines <number>', 'how many; 20 by default', 0),
      new Option('--org <organization>', 'of this organization'),
      new Option('--run <run>', 'of this run'),
      several('--kind <kind>', 'of this kind, such as approvalGranted; may be repeated'),
      new Option('--actor <text>', "the start of the actor's name"),
      instant('--since <time>', 'from then on'),
      instant('--until <time>', 'before then'),
    ],
    examples: [
      'keyway history tail',
      'keyway history tail -f --org Contoso',
      'keyway history tail -n 500 --since 2026-11-01 --json',
    ],
    run: tail,
  });
  addCommand(history, makeCli, {
    name: 'verify [organization]',
    summary: 'Recompute the chain of an organization here, from its entries',
    details:
      "Every hash is computed on this computer; the server's own result is not used. Signed\n" +
      'checkpoints of the server are compared too. Those that you kept (--checkpoints) find a\n' +
      'history that was rewritten as a whole. Without an organization: the chain of the partner.\n' +
      'Ends with 1 where anything does not fit.',
    args: { organization: 'name, IMS organization ID or ID' },
    options: [
      new Option('--checkpoints <file>', 'checkpoints that you kept'),
      new Option('--keys <file>', "Keyway's public keys, as you got them otherwise"),
    ],
    examples: [
      'keyway history verify Contoso',
      'keyway history verify Contoso --checkpoints kept.jsonl --keys keys.json',
    ],
    run: verifyHistory,
  });
  addCommand(history, makeCli, {
    name: 'checkpoints [organization]',
    summary: 'Write the signed checkpoints of a chain, to keep elsewhere',
    args: { organization: 'name, IMS organization ID or ID' },
    examples: ['keyway history checkpoints Contoso > kept.jsonl'],
    run: writeCheckpoints,
  });
}

const POLL_MILLISECONDS = 2000;
/** Newer entries are read from this long before the newest, whatever its place among them. */
const OVERLAP_MILLISECONDS = 60_000;

async function tail(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const filter = await filterOf(client, given);
  const limit = given.count('lines') ?? 20;
  const pages = client.pages(tailDocument, { filter }, (data) => data.history);
  const entries = limit === 0 ? [] : (await collect<TailEntry>(pages, limit)).reverse();
  for (const entry of entries) write(cli, entry);
  if (given.flag('follow')) await follow(cli, client, filter, entries);
}

async function filterOf(client: Client, given: Given): Promise<HistoryFilter> {
  const [organization, run] = [given.text('org'), given.text('run')];
  return {
    ...(organization !== undefined && {
      organizationId: (await findOrganization(client, organization)).id,
    }),
    ...(run !== undefined && { runId: (await findRun(client, run)).id }),
    kind: given.list('kind') ?? null,
    actor: given.text('actor') ?? null,
    since: given.text('since') ?? null,
    until: given.text('until') ?? null,
  };
}

async function follow(
  cli: Cli,
  client: Client,
  filter: HistoryFilter,
  shown: readonly TailEntry[],
): Promise<void> {
  const seen = new Set(shown.map(({ id }) => id));
  let since = shown.at(-1)?.at ?? new Date().toISOString();
  const end = AbortSignal.any([cli.signal, cli.terminal.noReader]);
  while (!end.aborted) {
    const from = new Date(Date.parse(since) - OVERLAP_MILLISECONDS).toISOString();
    const recent = filter.since != null && filter.since > from ? filter.since : from;
    const variables = { filter: { ...filter, since: recent } };
    const found: TailEntry[] = [];
    const pages = client.pages(tailDocument, variables, (data) => data.history);
    for await (const item of pages) {
      if (!item.ok && item.error.kind === 'aborted') return;
      const entry = unwrap(item);
      if (!seen.has(entry.id) && entry.at >= (shown[0]?.at ?? since)) found.push(entry);
      seen.add(entry.id);
    }
    for (const entry of found.reverse()) write(cli, entry);
    since = found.at(-1)?.at ?? since;
    await sleep(POLL_MILLISECONDS, undefined, { signal: end }).catch(() => undefined);
  }
}

function write({ out }: Cli, entry: TailEntry): void {
  if (out.json) {
    out.jsonLine(entry);
    return;
  }
  const { at, actor, organization, summary, kind } = entry;
  out.line([at, organization?.name ?? '', actor, out.terminal.width === null ? kind : '', summary]);
}
