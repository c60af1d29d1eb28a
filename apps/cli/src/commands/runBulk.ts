/** A bulk job: who is affected, the question, the job to its end, and what became of each. */
import type { Client, BulkAction, StartBulkInput } from '@keyway/client';
import { confirm } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, notFoundError } from '../cli/cliError.ts';
import { collect } from '../cli/collect.ts';
import type { Given } from '../cli/given.ts';
import { unwrap } from '../cli/unwrap.ts';
import type {
  BulkJobFieldsFragment,
  CliBulkItemsQuery,
  PreviewBulkQuery,
} from '../generated/graphql.ts';
import { statusStyle } from '../output/paint.ts';
import { progress } from '../output/progress.ts';
import {
  bulkChangedDocument,
  bulkItemsDocument,
  previewDocument,
  startBulkDocument,
} from './bulkDocuments.ts';
import { selectionOf } from './selectOrganizations.ts';

/** What a job needs besides its organizations. */
export type BulkInput = Omit<StartBulkInput, 'action' | 'organizationIds' | 'filter'>;

export async function runBulk(
  cli: Cli,
  given: Given,
  action: BulkAction,
  more: BulkInput,
): Promise<void> {
  const client = await cli.client();
  const selection = await selectionOf(cli, client, given);
  const { track, step, ownerId, actor } = more;
  const { bulkPreview: preview } = unwrap(
    await client.request(previewDocument, {
      action,
      ...selection,
      ...(track != null && { track }),
      ...(step != null && { step }),
      ...(ownerId != null && { ownerId }),
      ...(actor != null && { actor }),
    }),
  );
  if (given.flag('dryRun')) {
    if (cli.out.json) cli.out.document(preview);
    else writePreview(cli, preview, true);
    return;
  }
  writePreview(cli, preview, false);
  if (preview.affected === 0) {
    if (cli.out.json) cli.out.document({ job: null, items: [] });
    throw new CliError(EXIT.failed, 'There is no organization to do this for.');
  }
  await confirm(cli, `Do this for ${preview.affected} organizations?`, given.flag('yes'));
  const input = { action, ...selection, ...more };
  const { job } = unwrap(await client.request(startBulkDocument, { input })).startBulk;
  if (!job) return;
  if (given.isOff('wait')) cli.out.record(job, fieldsOf(job));
  else await showJob(cli, client, job.id);
}

type Preview = PreviewBulkQuery['bulkPreview'];

const SHOWN = 20;

/** @param asData whether it is what was asked for, or comes before a question */
function writePreview(cli: Cli, preview: Preview, asData: boolean): void {
  const { out } = cli;
  const { affected, blockedCount, blocked } = preview;
  out.note(`${affected} organizations are affected, ${blockedCount} would be refused.`);
  if (asData) {
    const rows = [
      ...preview.eligible.map((organization) => ({ organization, code: '', message: '' })),
      ...blocked,
    ];
    out.list(
      rows,
      [
        { title: 'organization', value: (row) => row.organization.name, min: 12 },
        { title: 'ims org id', value: (row) => row.organization.imsOrgId },
        { title: 'refused', value: (row) => row.code },
        { title: 'why', value: (row) => row.message, min: 12 },
      ],
      'No organization.',
    );
    return;
  }
  for (const { organization, message } of blocked.slice(0, SHOWN))
    out.note(`  ${organization.name}: ${message}`);
  if (blockedCount > SHOWN)
    out.note(`  … and ${blockedCount - SHOWN} more; see all with --dry-run.`);
}

type Job = BulkJobFieldsFragment;
type AnyNode = CliBulkItemsQuery['node'];
type JobNode = Extract<NonNullable<AnyNode>, { items: { nodes: unknown } }>;

/** Not what another ID names. */
const isJob = (node: AnyNode): node is JobNode => node !== null && 'items' in node;

const fieldsOf = (job: Job) =>
  [
    ['job', job.action],
    ['status', job.status],
    ['done', `${job.done} of ${job.total}`],
    ['refused', job.refused],
    ['skipped', job.skipped],
    ['outcomes', job.outcomes.map(({ outcome, count }) => `${outcome} ${count}`).join(', ')],
    ['ID', job.id],
  ] as const;

/** Follows a job to its end, then writes its items. @throws CliError where one was refused */
export async function showJob(cli: Cli, client: Client, id: string): Promise<void> {
  await untilEnded(cli, client, id);
  if (cli.signal.aborted) {
    cli.out.note(
      `The job continues in Keyway. Follow it with \`keyway bulk show ${id}\`, or end it with \`keyway bulk cancel ${id}\`.`,
    );
    throw new CliError(EXIT.failed, 'Cancelled.');
  }
  const read = async (after: string | null): Promise<JobNode> => {
    const { node } = unwrap(await client.request(bulkItemsDocument, { id, first: 1, after }));
    if (isJob(node)) return node;
    throw notFoundError(`There is no job ${id}.`, 'See `keyway bulk list`.');
  };
  const { items: _first, ...job } = await read(null);
  const items = await collect(
    client.pages(bulkItemsDocument, { id }, ({ node }) => (isJob(node) ? node.items : null)),
  );
  if (cli.out.json) cli.out.document({ job, items });
  else {
    cli.out.list(
      items,
      [
        { title: 'organization', value: (row) => row.organization.name, min: 12 },
        { title: 'status', value: (row) => row.status, style: (row) => statusStyle(row.status) },
        { title: 'outcome', value: (row) => row.outcome },
        { title: 'what', value: (row) => row.message ?? row.outcomeMessage, min: 12 },
        { title: 'ims org id', value: (row) => row.organization.imsOrgId, programsOnly: true },
        { title: 'run id', value: (row) => row.run?.id, programsOnly: true },
      ],
      'No organization.',
    );
    cli.out.note(
      `${job.status}: ${job.done} of ${job.total} done, ${job.refused} refused, ${job.skipped} skipped.`,
    );
  }
  if (job.refused > 0)
    throw new CliError(EXIT.failed, `${job.refused} of ${job.total} organizations were refused.`);
  if (job.status === 'CANCELLED') throw new CliError(EXIT.failed, 'The job was cancelled.');
}

/** A job of checks ends when every check has. */
const isEnded = ({ status, outcomes }: Job): boolean =>
  status !== 'RUNNING' && !outcomes.some(({ outcome }) => outcome === 'CHECKING');

async function untilEnded(cli: Cli, client: Client, id: string): Promise<void> {
  const bar = progress(cli.terminal, 'organizations', 0);
  try {
    const events = client.subscribe(bulkChangedDocument, { id });
    for await (const event of events) {
      const { bulkJobChanged: job } = unwrap(event);
      const checking = job.outcomes.find(({ outcome }) => outcome === 'CHECKING')?.count ?? 0;
      bar.update(job.done + job.refused + job.skipped - checking, job.total);
      if (isEnded(job)) return;
    }
  } finally {
    bar.stop();
  }
}
