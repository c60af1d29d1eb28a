/** `keyway submit`, `ticket` and `confirm` */
import { Option, type Command } from 'commander';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import { confirmImsOrgId } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { notFoundError, usageError, type CliError } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { instant } from '../cli/options.ts';
import { unwrap } from '../cli/unwrap.ts';
import { severalLines } from '../output/safeText.ts';
import { findRun } from '../resolve/run.ts';
import { RUN_ARGUMENT } from '../resolve/runPart.ts';
import type { DecidedRun, DecidedTrack } from './approvalDocuments.ts';
import { readBasis, showBasis } from './showBasis.ts';
import { confirmDocument, recordTicketDocument, submitDocument } from './stepDocuments.ts';
import { writeResult } from './writeResult.ts';

const CONFIRM = new Option('--confirm <id>', 'the IMS organization ID, in place of typing it');

export function addSubmissionCommands(program: Command, makeCli: MakeCli): void {
  addCommand(program, makeCli, {
    name: 'submit <run>',
    summary: "Send the approved configuration to Adobe, which can't be undone",
    details:
      'On AWS nothing is sent: it shows how a person submits there, and how to attest it.\n' +
      'Shows exactly what is sent, and asks for the IMS organization ID. In scripts --confirm\n' +
      'gives it. Every fact is read again before it is sent; where one differs from what was\n' +
      'approved, nothing is sent. Follow it with: keyway runs watch <run> --until AEP/ACTIVATION=DONE',
    args: RUN_ARGUMENT,
    options: [
      new Option('--name <name>', 'the name of the configuration, unless the approval has one'),
      CONFIRM,
    ],
    examples: [
      'keyway submit Contoso --name keyway-cmk',
      'keyway submit Contoso --name keyway-cmk --confirm 0123456789ABCDEF01234567@AdobeOrg',
    ],
    run: submit,
  });
  addCommand(program, makeCli, {
    name: 'ticket <run>',
    summary: 'Show the text for Adobe Customer Care, or record the case',
    details:
      'Without --case it writes the prepared text. With --case it records that the case was\n' +
      "opened, which can't be undone.",
    args: RUN_ARGUMENT,
    options: [
      new Option('--case <number>', "Adobe's case number"),
      new Option('--case-url <address>', 'where the case can be read'),
      instant('--opened-at <time>', 'when it was opened; now by default'),
      CONFIRM,
    ],
    examples: [
      'keyway ticket Contoso',
      'keyway ticket Contoso --case E-001234567 --confirm 0123456789ABCDEF01234567@AdobeOrg',
    ],
    run: ticket,
  });
  addCommand(program, makeCli, {
    name: 'confirm <run>',
    summary: "Record Adobe Customer Care's confirmation for CJA",
    args: RUN_ARGUMENT,
    options: [
      new Option('--by <name>', 'who at Adobe confirmed it').makeOptionMandatory(),
      new Option('--text <text>', 'the confirmation, as Adobe wrote it').makeOptionMandatory(),
      instant('--at <time>', 'when it was confirmed; now by default'),
    ],
    examples: ['keyway confirm Contoso --by "Dana, Customer Care" --text "CMK is configured."'],
    run: async (cli, given) => {
      const client = await cli.client();
      const { id: runId, organization } = await findRun(client, given.arg(0));
      const input = {
        runId,
        confirmedBy: given.required('by', '--by'),
        text: given.required('text', '--text'),
        confirmedAt: given.text('at') ?? null,
      };
      const { run } = unwrap(await client.request(confirmDocument, { input })).confirmCja;
      writeResult(cli.out, 'confirmed for', organization, run);
    },
  });
}

/** Adobe documents no API for keys on AWS (AWS-14): a person submits, and attests it. */
function submittedByHand(run: DecidedRun, track: DecidedTrack, typed?: string): CliError {
  const { imsOrgId } = run.organization;
  const { approval } = track;
  const name = approval?.configurationName ?? typed ?? null;
  const reference = name !== null && /^[\w.-]+$/.test(name) ? name : '<configuration name>';
  const key = approval?.keyIdentifier ?? 'the ARN of the approved key';
  return usageError(
    "Keyway submits nothing on AWS: a person does, on Adobe's page, which can't be undone.",
    `Once it is approved, enter the configuration name and ${key} under Administration > Encryption ` +
      'at Adobe, and save it once. Then attest it: ' +
      `\`keyway steps attest ${imsOrgId} AEP SUBMISSION --reference ${reference} --statement "Saved on Adobe's page"\`.`,
  );
}

async function submit(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: runId, organization } = await findRun(client, given.arg(0));
  const typed = given.text('name');
  const { run, track } = await readBasis(client, runId, 'AEP', typed);
  if (run.organization.cloud === 'AWS') throw submittedByHand(run, track, typed);
  const name = typed ?? track.onlyConfigurationName ?? track.approval?.configurationName;
  if (name == null)
    throw usageError('The configuration needs a name.', 'Give one, such as --name keyway-cmk.');
  showBasis(cli, run, track);
  const confirmation = await confirmImsOrgId(cli, given.text('confirm'), organization);
  const input = { runId, configurationName: name, confirmImsOrgId: confirmation };
  const submitted = unwrap(await client.request(submitDocument, { input })).submitConfiguration;
  writeResult(cli.out, 'submission begun for', organization, submitted.run);
  cli.out.note(
    `Follow it with \`keyway runs watch ${organization.imsOrgId} --until AEP/ACTIVATION=DONE\`.`,
  );
}

async function ticket(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: runId, organization } = await findRun(client, given.arg(0));
  const { run, track } = await readBasis(client, runId, 'CJA');
  const caseNumber = given.text('case');
  if (caseNumber === undefined) {
    const { ticketText, ticketReady } = track;
    if (ticketText == null) throw notFoundError('There is no text for a case in this run.');
    if (cli.out.json) cli.out.document({ ready: ticketReady, text: ticketText });
    else cli.out.text(severalLines(ticketText));
    return;
  }
  showBasis(cli, run, track);
  const confirmation = await confirmImsOrgId(cli, given.text('confirm'), organization);
  const input = {
    runId,
    caseNumber,
    url: given.text('caseUrl') ?? null,
    openedAt: given.text('openedAt') ?? null,
    confirmImsOrgId: confirmation,
  };
  const recorded = unwrap(await client.request(recordTicketDocument, { input })).recordTicket;
  writeResult(cli.out, 'case recorded for', organization, recorded.run);
}
