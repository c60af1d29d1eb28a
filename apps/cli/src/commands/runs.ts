/** `keyway runs` */
import { Option, type Command } from 'commander';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import { confirm } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { notFoundError } from '../cli/cliError.ts';
import { collect } from '../cli/collect.ts';
import { filterOf, filterOptions, RUN_FILTERS } from '../cli/filters.ts';
import type { Given } from '../cli/given.ts';
import { duration, replica, wholeNumber } from '../cli/options.ts';
import { unwrap } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';
import type { ListRunsQuery } from '../generated/graphql.ts';
import { statusStyle } from '../output/paint.ts';
import { day } from '../output/table.ts';
import { findOrganization } from '../resolve/organization.ts';
import { findRun } from '../resolve/run.ts';
import { RUN_ARGUMENT } from '../resolve/runPart.ts';
import { showRunDocument } from './runDocuments.ts';
import { writeRun } from './writeRun.ts';
import { watchRun } from './watchRun.ts';

const listDocument = graphql(`
  query ListRuns($first: Int!, $after: String, $filter: RunFilter, $locale: String) {
    runs(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        status
        waitingOn
        startedAt
        updatedAt
        completedAt
        dueAt
        overdue
        sentence(locale: $locale)
        organization {
          id
          name
          imsOrgId
        }
        owner {
          id
          name
        }
        progress {
          done
          total
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const startDocument = graphql(`
  mutation CliStartRun($input: StartRunInput!, $locale: String) {
    startRun(input: $input) {
      run {
        id
        status
        organization {
          id
          name
          imsOrgId
        }
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

const cancelDocument = graphql(`
  mutation CliCancelRun($input: CancelRunInput!, $locale: String) {
    cancelRun(input: $input) {
      run {
        id
        status
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export function addRunCommands(program: Command, makeCli: MakeCli): void {
  const runs = addGroup(program, 'runs', 'Runs: the way of an organization to its own key');
  addCommand(runs, makeCli, {
    name: 'start <organization>',
    summary: 'Start a run',
    details: 'For many organizations at a time: keyway bulk start.',
    args: { organization: 'name, IMS organization ID or ID' },
    examples: ['keyway runs start Contoso', 'keyway runs start Contoso --json'],
    run: start,
  });
  addCommand(runs, makeCli, {
    name: 'list',
    summary: 'List runs, newest first',
    options: [
      ...filterOptions(RUN_FILTERS),
      wholeNumber('--limit <number>', 'at most so many; all by default'),
      replica(),
    ],
    examples: [
      'keyway runs list --stuck',
      'keyway runs list --stuck 36h --waiting-on AZURE_ADMIN',
      'keyway runs list --status BLOCKED --json',
      'keyway runs list --filter step=CONSENT --filter step-status=WAITING',
    ],
    run: list,
  });
  addCommand(runs, makeCli, {
    name: 'show <run>',
    summary: 'Show the steps of a run, and what to do next',
    args: RUN_ARGUMENT,
    examples: ['keyway runs show Contoso', 'keyway runs show Contoso --json'],
    run: async (cli, given) => {
      const client = await cli.client();
      const { id } = await findRun(client, given.arg(0));
      const { run } = unwrap(await client.request(showRunDocument, { id }));
      if (!run) throw notFoundError(`There is no run ${id}.`);
      writeRun(cli.out, run);
    },
  });
  addCommand(runs, makeCli, {
    name: 'watch <run>',
    summary: 'Show the changes of a run as they happen',
    details:
      'With --json each change is one line with the whole run. Ctrl-C ends it.\n' +
      '--until done ends with 0 when the run is completed and with 1 when it is cancelled;\n' +
      '--until blocked ends with 0 when it is blocked or failed, and with 1 when it ends before;\n' +
      '--until AEP/APPROVAL=READY ends with 0 when this step has this status.',
    args: RUN_ARGUMENT,
    options: [
      new Option('--until <what>', 'done, blocked, or <track>/<step>=<status>'),
      duration('--timeout <duration>', 'end with 1 after so long, such as 10m'),
    ],
    examples: [
      'keyway runs watch Contoso',
      'keyway runs watch Contoso --until done --timeout 2h',
      'keyway runs watch Contoso --until AEP/APPROVAL=READY',
    ],
    run: watchRun,
  });
  addCommand(runs, makeCli, {
    name: 'cancel <run>',
    summary: 'Cancel a run; its history stays',
    args: RUN_ARGUMENT,
    options: [
      new Option('--reason <text>', 'why; kept in history').makeOptionMandatory(),
      new Option('--yes', 'do not ask'),
    ],
    examples: ['keyway runs cancel Contoso --reason "Bought by Fabrikam" --yes'],
    run: cancel,
  });
}

async function start(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: organizationId } = await findOrganization(client, given.arg(0));
  const { startRun } = unwrap(await client.request(startDocument, { input: { organizationId } }));
  const { run } = startRun;
  cli.out.record(run, [
    ['started', run?.organization.name],
    ['status', run?.status],
    ['run ID', run?.id],
  ]);
}

type Listed = ListRunsQuery['runs']['nodes'][number];

async function list(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const filter = filterOf(given, RUN_FILTERS);
  const rows = await collect<Listed>(
    client.pages(listDocument, { filter }, (data) => data.runs, {
      acceptsReplica: given.flag('replica'),
    }),
    given.count('limit'),
  );
  cli.out.list(
    rows,
    [
      { title: 'organization', value: (row) => row.organization.name, min: 12 },
      { title: 'status', value: (row) => row.status, style: (row) => statusStyle(row.status) },
      { title: 'done', value: ({ progress }) => `${progress.done}/${progress.total}`, min: 5 },
      { title: 'waits for', value: (row) => row.waitingOn.join(', ') },
      { title: 'owner', value: (row) => row.owner?.name },
      { title: 'started', value: (row) => row.startedAt, shown: day, min: 10 },
      { title: 'what', value: (row) => row.sentence },
      { title: 'ims org id', value: (row) => row.organization.imsOrgId, programsOnly: true },
      { title: 'id', value: (row) => row.id, programsOnly: true },
    ],
    filter ? 'No run matches.' : 'No runs. Start one with `keyway runs start`.',
  );
}

async function cancel(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id, organization } = await findRun(client, given.arg(0));
  const reason = given.required('reason', '--reason');
  await confirm(cli, `Cancel the run of ${organization.name}?`, given.flag('yes'));
  const { cancelRun } = unwrap(
    await client.request(cancelDocument, { input: { runId: id, reason } }),
  );
  cli.out.record(cancelRun.run, [
    ['cancelled', organization.name],
    ['status', cancelRun.run?.status],
  ]);
}
