/** `keyway bulk` */
import { Option, type Command } from 'commander';
import type { Actor, BulkAction, StepId, TrackId } from '@keyway/client';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import { confirm } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { notFoundError } from '../cli/cliError.ts';
import { collect } from '../cli/collect.ts';
import type { Given } from '../cli/given.ts';
import { choice, expiry, instant, wholeNumber } from '../cli/options.ts';
import { unwrap } from '../cli/unwrap.ts';
import { HAND_OFF_ACTORS, STEPS, TRACKS } from '../cli/vocabulary.ts';
import { statusStyle } from '../output/paint.ts';
import { globalIdType } from '../resolve/organization.ts';
import { bulkJobsDocument, cancelBulkDocument } from './bulkDocuments.ts';
import { runBulk, showJob, type BulkInput } from './runBulk.ts';
import { SELECTION_ARGUMENT, selectionOptions } from './selectOrganizations.ts';

interface Kind {
  name: string;
  action: BulkAction;
  summary: string;
  options: Option[];
  more: (given: Given) => BulkInput;
  examples: string[];
}

const TRACK = choice('--track <track>', 'the track', TRACKS);

const TRACK_OF_STEP = choice('--track <track>', 'the track', TRACKS).makeOptionMandatory();
const STEP = choice('--step <step>', 'the step', STEPS).makeOptionMandatory();

const KINDS: readonly Kind[] = [
  {
    name: 'start',
    action: 'START_RUNS',
    summary: 'Start runs for organizations without one',
    options: [],
    more: () => ({}),
    examples: ['keyway bulk start --all', 'keyway bulk start --filter region=NLD2 --yes'],
  },
  {
    name: 'verify',
    action: 'VERIFY',
    summary: 'Check now what can be checked',
    options: [TRACK],
    more: trackOf,
    examples: ['keyway bulk verify --status BLOCKED --yes'],
  },
  {
    name: 'request-approval',
    action: 'REQUEST_APPROVAL',
    summary: 'Request approvals of a track',
    options: [choice('--track <track>', 'the track', TRACKS).makeOptionMandatory()],
    more: trackOf,
    examples: ['keyway bulk request-approval --track AEP --all --dry-run'],
  },
  {
    name: 'assign',
    action: 'ASSIGN',
    summary: 'Make a member responsible for runs, or set when they are due',
    options: [
      new Option('--owner <id>', 'ID of the member'),
      new Option('--no-owner', 'nobody is responsible any more'),
      instant('--due <day>', 'when the runs should be done'),
    ],
    more: (given) => ({
      ...(given.text('owner') !== undefined && { ownerId: given.text('owner') ?? null }),
      ...(given.isOff('owner') && { ownerId: null }),
      ...(given.text('due') !== undefined && { dueAt: given.text('due') ?? null }),
    }),
    examples: ['keyway bulk assign --filter unassigned=true --due 2026-12-31 --yes'],
  },
  {
    name: 'retry',
    action: 'RETRY_STEPS',
    summary: 'Try a step again after a failure',
    options: [TRACK_OF_STEP, STEP],
    more: stepOf,
    examples: ['keyway bulk retry --track AEP --step ROLE --status FAILED --yes'],
  },
  {
    name: 'attest',
    action: 'ATTEST_STEPS',
    summary: 'Attest a step, with the same statement for each',
    options: [
      TRACK_OF_STEP,
      STEP,
      new Option('--statement <text>', 'what was done, and how you know').makeOptionMandatory(),
      new Option('--reference <text>', 'a contract, ticket or message'),
    ],
    more: (given) => ({
      ...stepOf(given),
      statement: given.text('statement') ?? null,
      reference: given.text('reference') ?? null,
    }),
    examples: [
      'keyway bulk attest --track AEP --step ENTITLEMENT --statement "Contract C-1" --all --dry-run',
    ],
  },
  {
    name: 'cancel-runs',
    action: 'CANCEL_RUNS',
    summary: 'Cancel runs; their history stays',
    options: [new Option('--reason <text>', 'why; kept in history').makeOptionMandatory()],
    more: (given) => ({ reason: given.text('reason') ?? null }),
    examples: ['keyway bulk cancel-runs Contoso Fabrikam --reason "Merged" --yes'],
  },
  {
    name: 'hand-off',
    action: 'CREATE_HAND_OFFS',
    summary: "Make links to the open steps of the customers' administrators",
    options: [
      choice('--actor <actor>', 'whom the links are for', HAND_OFF_ACTORS).makeOptionMandatory(),
      new Option('--note <text>', 'what the page of the link says besides'),
      expiry('--expires <when>', 'a day, a time, or a length of time; 14 days by default'),
    ],
    more: (given) => ({
      actor: given.text('actor') as Actor,
      note: given.text('note') ?? null,
      expiresAt: given.text('expires') ?? null,
    }),
    examples: ['keyway bulk hand-off --actor AZURE_ADMIN --waiting-on AZURE_ADMIN --json'],
  },
];

function trackOf(given: Given): BulkInput {
  const track = given.text('track');
  return track === undefined ? {} : { track: track as TrackId };
}

function stepOf(given: Given): BulkInput {
  return { ...trackOf(given), step: given.text('step') as StepId };
}

const DETAILS =
  'Shows first who is affected and who is refused, and asks; --yes does not ask. Then it follows\n' +
  'the job to its end and lists what became of each. Ends with 1 where one was refused.';

export function addBulkCommands(program: Command, makeCli: MakeCli): void {
  const bulk = addGroup(program, 'bulk', 'The same for many organizations');
  for (const kind of KINDS)
    addCommand(bulk, makeCli, {
      name: `${kind.name} [organizations...]`,
      summary: kind.summary,
      details: DETAILS,
      args: SELECTION_ARGUMENT,
      options: [
        ...selectionOptions(),
        ...kind.options,
        new Option('--dry-run', 'only show who is affected and who is refused'),
        new Option('--yes', 'do not ask'),
        new Option('--no-wait', 'end once the job is started'),
      ],
      examples: kind.examples,
      run: (cli, given) => runBulk(cli, given, kind.action, kind.more(given)),
    });
  addCommand(bulk, makeCli, {
    name: 'list',
    summary: 'List jobs, newest first',
    options: [wholeNumber('--limit <number>', 'at most so many; 20 by default')],
    examples: ['keyway bulk list', 'keyway bulk list --json'],
    run: list,
  });
  addCommand(bulk, makeCli, {
    name: 'show <job>',
    summary: 'Follow a job to its end, and list what became of each organization',
    args: { job: 'its ID' },
    examples: ['keyway bulk show QnVsa0pvYjox…'],
    run: async (cli, given) => showJob(cli, await cli.client(), jobId(given)),
  });
  addCommand(bulk, makeCli, {
    name: 'cancel <job>',
    summary: 'Cancel a job: what is pending is skipped, what was done stays',
    args: { job: 'its ID' },
    options: [new Option('--yes', 'do not ask')],
    examples: ['keyway bulk cancel QnVsa0pvYjox… --yes'],
    run: async (cli, given) => {
      const id = jobId(given);
      await confirm(cli, 'Cancel this job?', given.flag('yes'));
      const client = await cli.client();
      const { job } = unwrap(
        await client.request(cancelBulkDocument, { input: { id } }),
      ).cancelBulk;
      cli.out.record(job, [
        ['cancelled', job?.action],
        ['done', job && `${job.done} of ${job.total}`],
      ]);
    },
  });
}

function jobId(given: Given): string {
  const id = given.arg(0);
  if (globalIdType(id) === 'BulkJob') return id;
  throw notFoundError(`There is no job ${id}.`, 'See `keyway bulk list`.');
}

async function list(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const jobs = client.pages(bulkJobsDocument, {}, (data) => data.bulkJobs);
  const rows = await collect(jobs, given.count('limit') ?? 20);
  cli.out.list(
    rows,
    [
      { title: 'started', value: (row) => row.startedAt, min: 10 },
      { title: 'what', value: (row) => [row.action, row.track].filter(Boolean).join(' '), min: 12 },
      { title: 'status', value: (row) => row.status, style: (row) => statusStyle(row.status) },
      { title: 'done', value: (row) => `${row.done}/${row.total}`, min: 5 },
      { title: 'refused', value: (row) => row.refused, min: 7 },
      { title: 'by', value: (row) => row.startedBy },
      { title: 'id', value: (row) => row.id, programsOnly: true },
    ],
    'No jobs.',
  );
}
