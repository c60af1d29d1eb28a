/** `keyway steps` */
import { Option, type Command } from 'commander';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import { confirmImsOrgId } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { notFoundError } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { choice, duration } from '../cli/options.ts';
import { unwrap } from '../cli/unwrap.ts';
import { SCRIPT_TOOLS } from '../cli/vocabulary.ts';
import { severalLines } from '../output/safeText.ts';
import { findRun } from '../resolve/run.ts';
import { STEP_ARGUMENTS, stepOf, TRACK_ARGUMENTS, trackOf } from '../resolve/runPart.ts';
import {
  attestDocument,
  instructionsDocument,
  overrideDocument,
  retryDocument,
  verifyDocument,
} from './stepDocuments.ts';
import { untilChecked } from './untilChecked.ts';
import { writeResult } from './writeResult.ts';

const POINTS_OF_NO_RETURN: readonly string[] = ['SUBMISSION', 'TICKET'];

export function addStepCommands(program: Command, makeCli: MakeCli): void {
  const steps = addGroup(program, 'steps', 'Steps of a run');
  addCommand(steps, makeCli, {
    name: 'verify <run> [track] [step]',
    summary: 'Check what can be checked now',
    details: 'The server checks in the background. --wait ends when every check has ended.',
    args: STEP_ARGUMENTS,
    options: [
      new Option('--wait', 'until every check has ended'),
      duration('--timeout <duration>', 'with --wait: end with 1 after so long, such as 10m'),
    ],
    examples: ['keyway steps verify Contoso', 'keyway steps verify Contoso AEP VAULT --wait'],
    run: verify,
  });
  addCommand(steps, makeCli, {
    name: 'attest <run> <track> <step>',
    summary: 'Record as done, as a person, what Keyway can not read',
    args: STEP_ARGUMENTS,
    options: [
      new Option('--statement <text>', 'what was done, and how you know').makeOptionMandatory(),
      new Option('--reference <text>', 'number of a contract, ticket or order'),
      new Option('--confirm <id>', 'SUBMISSION and TICKET: the IMS organization ID'),
    ],
    examples: [
      'keyway steps attest Contoso AEP ENTITLEMENT --statement "Shield is in the contract" --reference C-1',
    ],
    run: attest,
  });
  addCommand(steps, makeCli, {
    name: 'instructions <run> <track> <step>',
    summary: 'Show what a person does in a step, with values and scripts',
    args: STEP_ARGUMENTS,
    options: [choice('--script <tool>', 'the script of this tool alone', SCRIPT_TOOLS)],
    examples: [
      'keyway steps instructions Contoso AEP VAULT',
      'keyway steps instructions Contoso AEP ROLE --script AZ_CLI > role.sh',
    ],
    run: instructions,
  });
  addCommand(steps, makeCli, {
    name: 'override <run> <track> <check>',
    summary: 'Accept the warning of a check, with a reason',
    args: { ...TRACK_ARGUMENTS, check: 'the check, as `keyway runs show` names it' },
    options: [new Option('--reason <text>', 'why; kept in history').makeOptionMandatory()],
    examples: ['keyway steps override Contoso AEP vaultHasTags --reason "Tags come next week"'],
    run: async (cli, given) => {
      const client = await cli.client();
      const { id: runId, organization } = await findRun(client, given.arg(0));
      const track = trackOf(given.arg(1));
      const reason = given.required('reason', '--reason');
      const input = { runId, track, check: given.arg(2), reason };
      const { run } = unwrap(await client.request(overrideDocument, { input })).overrideCheck;
      writeResult(cli.out, 'accepted for', organization, run);
    },
  });
  addCommand(steps, makeCli, {
    name: 'retry <run> <track> <step>',
    summary: 'Try a failed step again',
    args: STEP_ARGUMENTS,
    examples: ['keyway steps retry Contoso AEP ACTIVATION'],
    run: async (cli, given) => {
      const client = await cli.client();
      const { id: runId, organization } = await findRun(client, given.arg(0));
      const input = { runId, track: trackOf(given.arg(1)), step: stepOf(given.arg(2)) };
      const { run } = unwrap(await client.request(retryDocument, { input })).retryStep;
      writeResult(cli.out, 'trying again for', organization, run);
    },
  });
}

async function verify(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: runId, organization } = await findRun(client, given.arg(0));
  const [track, step] = [given.optionalArg(1), given.optionalArg(2)];
  const input = {
    runId,
    track: track === undefined ? null : trackOf(track),
    step: step === undefined ? null : stepOf(step),
  };
  const { run } = unwrap(await client.request(verifyDocument, { input })).verify;
  if (given.flag('wait')) await untilChecked(cli, client, runId, given.count('timeout'));
  else writeResult(cli.out, 'checking', organization, run);
}

async function attest(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: runId, organization } = await findRun(client, given.arg(0));
  const step = stepOf(given.arg(2));
  const confirmation = POINTS_OF_NO_RETURN.includes(step)
    ? await confirmImsOrgId(cli, given.text('confirm'), organization)
    : given.text('confirm');
  const input = {
    runId,
    track: trackOf(given.arg(1)),
    step,
    statement: given.required('statement', '--statement'),
    reference: given.text('reference') ?? null,
    confirmImsOrgId: confirmation ?? null,
  };
  const { run } = unwrap(await client.request(attestDocument, { input })).attestStep;
  writeResult(cli.out, 'attested for', organization, run);
}

async function instructions(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id } = await findRun(client, given.arg(0));
  const [trackId, stepId] = [trackOf(given.arg(1)), stepOf(given.arg(2))];
  const { run } = unwrap(await client.request(instructionsDocument, { id }));
  const track = run?.tracks.find((candidate) => candidate.id === trackId);
  const step = track?.steps.find((candidate) => candidate.id === stepId);
  if (!step) throw notFoundError(`${trackId} has no step ${stepId} in this run.`);
  const found = step.instructions;
  if (!found)
    throw notFoundError(`There is nothing to do in ${trackId} ${stepId}: ${step.status}.`);
  const tool = given.text('script');
  if (tool !== undefined) {
    const script = found.scripts.find((candidate) => candidate.tool === tool);
    if (!script)
      throw notFoundError(
        `There is no script for ${tool}.`,
        `There are ${found.scripts.map((one) => one.tool).join(', ') || 'none'}.`,
      );
    cli.out.text(script.text);
    return;
  }
  if (cli.out.json) {
    cli.out.document(found);
    return;
  }
  cli.out.text(severalLines(found.text));
  if (found.values.length > 0) cli.out.text('');
  cli.out.fields(found.values.map(({ label, value }) => [label, value] as const));
  if (found.scripts.length > 0)
    cli.out.note(`Scripts (--script): ${found.scripts.map((one) => one.tool).join(', ')}`);
}
