/** `keyway request-approval`, `approvals`, `approve`, `refuse` and `withdraw` */
import type { Client } from '@keyway/client';
import { Option, type Command } from 'commander';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import { confirmImsOrgId } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT } from '../cli/cliError.ts';
import { collect } from '../cli/collect.ts';
import type { Given } from '../cli/given.ts';
import { unwrap } from '../cli/unwrap.ts';
import { findRun } from '../resolve/run.ts';
import { TRACK_ARGUMENTS, trackOf } from '../resolve/runPart.ts';
import type { PendingApprovalsQuery } from '../generated/graphql.ts';
import { acceptName } from './acceptName.ts';
import { pendingDocument, type DecidedTrack } from './approvalDocuments.ts';
import { readBasis, showBasis } from './showBasis.ts';
import {
  approveDocument,
  refuseDocument,
  requestApprovalDocument,
  withdrawDocument,
} from './stepDocuments.ts';
import { writeResult } from './writeResult.ts';

/** The name of a configuration that nobody named. */
const DEFAULT_NAME = 'keyway-cmk';

/** What is approved names the configuration: the only one that may follow, or the proposed one. */
async function onlyName(client: Client, runId: string): Promise<string> {
  const { track } = await readBasis(client, runId, 'AEP');
  return track.onlyConfigurationName ?? DEFAULT_NAME;
}

async function request(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: runId, organization } = await findRun(client, given.arg(0));
  const track = trackOf(given.arg(1));
  const typed = given.text('name') ?? null;
  const configurationName = track === 'AEP' ? (typed ?? (await onlyName(client, runId))) : typed;
  if (configurationName !== null && track === 'AEP')
    await acceptName(cli, client, { runId, configurationName }, given.text('acceptName'));
  const input = { runId, track, configurationName };
  const { requestApproval } = unwrap(await client.request(requestApprovalDocument, { input }));
  writeResult(cli.out, 'approval requested for', organization, requestApproval.run);
}

export function addApprovalCommands(program: Command, makeCli: MakeCli): void {
  addCommand(program, makeCli, {
    name: 'request-approval <run> <track>',
    summary: "Request another person's approval of what is to be sent",
    details:
      'Adobe finds a configuration by its very name. Where Keyway warns of the name, it asks first;\n' +
      'in scripts --accept-name repeats the name.',
    args: TRACK_ARGUMENTS,
    options: [
      new Option('--name <name>', `AEP: the only name of the configuration (${DEFAULT_NAME})`),
      new Option('--accept-name <name>', 'that name, accepted although Keyway warns of it'),
    ],
    examples: [
      'keyway request-approval Contoso AEP',
      'keyway request-approval Contoso AEP --name keyway-cmk',
    ],
    run: request,
  });
  addCommand(program, makeCli, {
    name: 'approvals',
    summary: 'List approvals that wait for a decision, the longest wait first',
    options: [new Option('--mine', 'only those that you may give')],
    examples: ['keyway approvals', 'keyway approvals --mine --json'],
    run: listPending,
  });
  addCommand(program, makeCli, {
    name: 'approve <run> <track>',
    summary: 'Approve a request, after seeing what would be sent',
    details:
      'Shows what would be sent, on what evidence and with which warnings, and asks for the IMS\n' +
      'organization ID. In scripts --confirm gives it.',
    args: TRACK_ARGUMENTS,
    options: [
      new Option('--confirm <id>', 'the IMS organization ID, in place of typing it'),
      new Option('--comment <text>', 'kept in history'),
      new Option(
        '--accept <check...>',
        'checks that were not met when Keyway last read them; --comment says why',
      ),
    ],
    examples: [
      'keyway approve Contoso AEP',
      'keyway approve Contoso AEP --confirm 0123456789ABCDEF01234567@AdobeOrg',
    ],
    run: approve,
  });
  addCommand(program, makeCli, {
    name: 'refuse <run> <track>',
    summary: 'Refuse a request, with a reason',
    args: TRACK_ARGUMENTS,
    options: [new Option('--reason <text>', 'why; kept in history').makeOptionMandatory()],
    examples: ['keyway refuse Contoso AEP --reason "The key is the one of the test system"'],
    run: async (cli, given) => {
      const client = await cli.client();
      const { id: runId, organization } = await findRun(client, given.arg(0));
      const reason = given.required('reason', '--reason');
      const input = { runId, track: trackOf(given.arg(1)), reason };
      const { run } = unwrap(await client.request(refuseDocument, { input })).refuse;
      writeResult(cli.out, 'refused for', organization, run);
    },
  });
  addCommand(program, makeCli, {
    name: 'withdraw <run> <track>',
    summary: 'Withdraw an approval that was not used',
    args: TRACK_ARGUMENTS,
    options: [new Option('--reason <text>', 'why; kept in history').makeOptionMandatory()],
    examples: ['keyway withdraw Contoso AEP --reason "The customer asked to wait"'],
    run: async (cli, given) => {
      const client = await cli.client();
      const { id: runId, organization } = await findRun(client, given.arg(0));
      const reason = given.required('reason', '--reason');
      const input = { runId, track: trackOf(given.arg(1)), reason };
      const { run } = unwrap(await client.request(withdrawDocument, { input })).withdrawApproval;
      writeResult(cli.out, 'withdrawn for', organization, run);
    },
  });
}

type Pending = PendingApprovalsQuery['pendingApprovals']['nodes'][number];

async function listPending(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const mayDecide = given.flag('mine') ? true : null;
  const found = await collect<Pending>(
    client.pages(pendingDocument, { mayDecide }, (data) => data.pendingApprovals),
  );
  const rows = found.map(({ run, track, since }) => ({
    organization: run.organization,
    runId: run.id,
    track,
    since,
    approval: run.tracks.find(({ id }) => id === track)?.approval ?? null,
  }));
  cli.out.list(
    rows,
    [
      { title: 'organization', value: (row) => row.organization.name, min: 12 },
      { title: 'track', value: (row) => row.track, min: 5 },
      { title: 'since', value: (row) => row.since, min: 10 },
      { title: 'requested by', value: (row) => row.approval?.requestedBy },
      { title: 'key', value: (row) => row.approval?.keyIdentifier, min: 12 },
      { title: 'ims org id', value: (row) => row.organization.imsOrgId, programsOnly: true },
      { title: 'run id', value: (row) => row.runId, programsOnly: true },
    ],
    'No pending approvals.',
  );
}

/** Each of them has to be named, so that nobody approves it unseen. */
function accepted(track: DecidedTrack, given: Given): { acceptedBlocks?: string[] } {
  const blocks = track.steps.flatMap(
    ({ lastBlocked }) => lastBlocked?.checks.map(({ id }) => id) ?? [],
  );
  const named = given.list('accept') ?? [];
  const missing = blocks.filter((check) => !named.includes(check));
  if (missing.length > 0)
    throw new CliError(EXIT.failed, 'Not everything was met when Keyway last read it.', {
      hint: `To approve all the same: --accept ${blocks.join(' ')} --comment "<why>"`,
    });
  return named.length > 0 ? { acceptedBlocks: named } : {};
}

async function approve(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: runId, organization } = await findRun(client, given.arg(0));
  const trackId = trackOf(given.arg(1));
  const { run, track } = await readBasis(client, runId, trackId);
  if (track.approval?.status !== 'REQUESTED')
    throw new CliError(EXIT.failed, `No approval of ${trackId} is requested.`, {
      hint: 'See `keyway approvals`.',
    });
  showBasis(cli, run, track);
  const acceptance = accepted(track, given);
  const confirmation = await confirmImsOrgId(cli, given.text('confirm'), organization);
  const input = {
    runId,
    track: trackId,
    confirmImsOrgId: confirmation,
    comment: given.text('comment') ?? null,
    ...acceptance,
  };
  const approved = unwrap(await client.request(approveDocument, { input })).approve;
  writeResult(cli.out, 'approved for', organization, approved.run);
}
