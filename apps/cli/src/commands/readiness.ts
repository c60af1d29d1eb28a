/** `keyway readiness` */
import { Option, type Command } from 'commander';
import type { Client, PlannedKeyInput, TrackId } from '@keyway/client';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, notFoundError } from '../cli/cliError.ts';
import { collect } from '../cli/collect.ts';
import { filterOf, ORGANIZATION_FILTERS } from '../cli/filters.ts';
import type { Given } from '../cli/given.ts';
import { choice, wholeNumber } from '../cli/options.ts';
import { readText } from '../cli/readText.ts';
import { unwrap } from '../cli/unwrap.ts';
import { TRACKS } from '../cli/vocabulary.ts';
import type { DryRunFieldsFragment, DryRunResultsQuery } from '../generated/graphql.ts';
import { statusStyle } from '../output/paint.ts';
import { progress } from '../output/progress.ts';
import { globalIdType } from '../resolve/organization.ts';
import { plannedKeys } from './plannedKeys.ts';
import {
  cancelDryRunDocument,
  dryRunChangedDocument,
  dryRunResultsDocument,
  dryRunsDocument,
  startDryRunDocument,
} from './readinessDocuments.ts';
import { SELECTION_ARGUMENT, selectionOf, selectionOptions } from './selectOrganizations.ts';

const ID = { 'dry-run': 'its ID' };

export function addReadinessCommands(program: Command, makeCli: MakeCli): void {
  const readiness = addGroup(program, 'readiness', 'Who could be set up today, without a run');
  addCommand(readiness, makeCli, {
    name: 'check [organizations...]',
    summary: 'Check organizations without starting runs',
    details:
      'Reads what a run would read, and changes nothing. A file of planned keys is CSV with the\n' +
      'columns imsOrgId, track, keyIdentifier and vaultResourceId, which may be empty; with it\n' +
      'alone, the organizations are those of the file. Ends with 1 where not all are READY.',
    args: SELECTION_ARGUMENT,
    options: [
      ...selectionOptions(),
      choice('--track <track>', 'this track alone', TRACKS),
      new Option('--keys <file>', 'a CSV file of planned keys'),
      new Option('--no-wait', 'end once it is started'),
    ],
    examples: [
      'keyway readiness check --all',
      'keyway readiness check --keys planned.csv --track AEP --json',
    ],
    run: check,
  });
  addCommand(readiness, makeCli, {
    name: 'list',
    summary: 'List dry runs, newest first',
    options: [wholeNumber('--limit <number>', 'at most so many; 20 by default')],
    examples: ['keyway readiness list'],
    run: list,
  });
  addCommand(readiness, makeCli, {
    name: 'show <dry-run>',
    summary: 'Follow a dry run to its end, and list what it found',
    args: ID,
    examples: ['keyway readiness show RHJ5UnVuOjox…'],
    run: async (cli, given) => show(cli, await cli.client(), dryRunId(given)),
  });
  addCommand(readiness, makeCli, {
    name: 'cancel <dry-run>',
    summary: 'Cancel a dry run: what was found stays',
    args: ID,
    examples: ['keyway readiness cancel RHJ5UnVuOjox…'],
    run: cancel,
  });
}

function dryRunId(given: Given): string {
  const id = given.arg(0);
  if (globalIdType(id) === 'DryRun') return id;
  throw notFoundError(`There is no dry run ${id}.`, 'See `keyway readiness list`.');
}

async function check(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const file = given.text('keys');
  const planned = file === undefined ? null : await plannedKeys(client, await readText(file));
  const track = given.text('track');
  const keys = planned && ofTrack(cli, planned, track);
  const isByKeys = keys !== null && !isSelected(given);
  const selection = isByKeys ? {} : await selectionOf(cli, client, given);
  const input = {
    ...selection,
    ...(keys && { keys }),
    ...(track !== undefined && { tracks: [track as TrackId] }),
  };
  const { dryRun } = unwrap(await client.request(startDryRunDocument, { input })).startDryRun;
  if (!dryRun) return;
  if (given.isOff('wait')) cli.out.record(dryRun, fieldsOf(dryRun));
  else await show(cli, client, dryRun.id);
}

/** The keys of the track that is checked; says how many there are of the other one. */
function ofTrack(
  cli: Cli,
  planned: readonly PlannedKeyInput[],
  track: string | undefined,
): PlannedKeyInput[] {
  const keys = planned.filter((one) => track === undefined || one.track === track);
  const others = planned.length - keys.length;
  if (others > 0)
    cli.out.note(`Planned keys of the other track, which are not checked: ${others}.`);
  return keys;
}

/** Whether anything but the file of keys says which organizations. */
const isSelected = (given: Given): boolean =>
  given.manyArgs(0).length > 0 ||
  given.flag('all') ||
  given.text('from') !== undefined ||
  filterOf(given, ORGANIZATION_FILTERS) !== null;

async function cancel(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const input = { id: dryRunId(given) };
  const { dryRun } = unwrap(await client.request(cancelDryRunDocument, { input })).cancelDryRun;
  if (dryRun) cli.out.record(dryRun, fieldsOf(dryRun));
}

async function list(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const found = client.pages(dryRunsDocument, {}, (data) => data.dryRuns);
  cli.out.list(
    await collect(found, given.count('limit') ?? 20),
    [
      { title: 'started', value: (row) => row.startedAt, min: 10 },
      { title: 'status', value: (row) => row.status, style: (row) => statusStyle(row.status) },
      { title: 'checked', value: (row) => `${row.checked}/${row.total}`, min: 5 },
      { title: 'found', value: outcomesOf, min: 12 },
      { title: 'by', value: (row) => row.startedBy },
      { title: 'id', value: (row) => row.id, programsOnly: true },
    ],
    'No dry runs.',
  );
}

const outcomesOf = ({ outcomes }: Pick<DryRunFieldsFragment, 'outcomes'>): string =>
  outcomes.map(({ outcome, count }) => `${outcome} ${count}`).join(', ');

const fieldsOf = (dryRun: DryRunFieldsFragment) =>
  [
    ['status', dryRun.status],
    ['checked', `${dryRun.checked} of ${dryRun.total}`],
    ['skipped', dryRun.skipped],
    ['found', outcomesOf(dryRun)],
    ['ID', dryRun.id],
  ] as const;

type Node = Extract<NonNullable<DryRunResultsQuery['node']>, { organizations: object }>;
const isDryRun = (node: DryRunResultsQuery['node']): node is Node =>
  node !== null && 'organizations' in node;

/** Follows it to its end, then lists each organization. @throws CliError where not all are ready */
async function show(cli: Cli, client: Client, id: string): Promise<void> {
  await untilEnded(cli, client, id);
  if (cli.signal.aborted) {
    cli.out.note(`It continues in Keyway. Follow it with \`keyway readiness show ${id}\`.`);
    throw new CliError(EXIT.failed, 'Cancelled.');
  }
  const { node } = unwrap(await client.request(dryRunResultsDocument, { id, first: 1 }));
  if (!isDryRun(node))
    throw notFoundError(`There is no dry run ${id}.`, 'See `keyway readiness list`.');
  const { organizations: _first, ...dryRun } = node;
  const organizations = await collect(
    client.pages(dryRunResultsDocument, { id }, (data) =>
      isDryRun(data.node) ? data.node.organizations : null,
    ),
  );
  if (cli.out.json) cli.out.document({ dryRun, organizations });
  else {
    cli.out.list(
      organizations,
      [
        { title: 'organization', value: (row) => row.organization.name, min: 12 },
        { title: 'outcome', value: (row) => row.outcome ?? (row.skipped ? 'SKIPPED' : 'PENDING') },
        { title: 'why', value: (row) => row.message, min: 12 },
        { title: 'ims org id', value: (row) => row.organization.imsOrgId, programsOnly: true },
      ],
      'No organization.',
    );
    for (const { message, outcome, count } of dryRun.causes)
      cli.out.note(`${count} × ${outcome}: ${message}`);
    cli.out.note(
      `${dryRun.status}: ${dryRun.checked} of ${dryRun.total} checked. ${outcomesOf(dryRun)}`,
    );
  }
  const ready = organizations.filter(
    ({ outcome }) => outcome === 'READY' || outcome === 'SUBMITTED',
  );
  if (ready.length < organizations.length)
    throw new CliError(
      EXIT.failed,
      `${organizations.length - ready.length} of ${organizations.length} organizations are not ready.`,
    );
}

async function untilEnded(cli: Cli, client: Client, id: string): Promise<void> {
  const bar = progress(cli.terminal, 'organizations', 0);
  try {
    for await (const event of client.subscribe(dryRunChangedDocument, { id })) {
      const { dryRunChanged: dryRun } = unwrap(event);
      bar.update(dryRun.checked + dryRun.skipped, dryRun.total);
      if (dryRun.status !== 'RUNNING') return;
    }
  } finally {
    bar.stop();
  }
}
