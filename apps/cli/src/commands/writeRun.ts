/** A run as people and programs read it. */
import type { Output } from '../output/output.ts';
import { statusStyle } from '../output/paint.ts';
import { oneLine } from '../output/safeText.ts';
import type { ShownRun } from './runDocuments.ts';

type Check = ShownRun['tracks'][number]['steps'][number]['checks'][number];

export function writeRun(out: Output, run: ShownRun): void {
  if (out.json) {
    out.document(run);
    return;
  }
  const { organization, progress } = run;
  out.fields([
    ['organization', `${organization.name} (${organization.imsOrgId})`],
    ['status', `${run.status}, ${progress.done} of ${progress.total} steps done`],
    ['waits for', run.waitingOn.join(', ')],
    ['', run.sentence],
    ['owner', run.owner?.name],
    ['due', run.dueAt],
    ['run ID', run.id],
  ]);
  const rows = run.tracks.flatMap((track) =>
    track.steps.map((step) => ({ track: track.id, ...step })),
  );
  if (out.terminal.width !== null) out.text('');
  out.list(
    rows,
    [
      { title: 'track', value: (row) => row.track, min: 5 },
      { title: 'step', value: (row) => row.id, min: 12 },
      { title: 'status', value: (row) => row.status, style: (row) => statusStyle(row.status) },
      { title: 'actor', value: (row) => row.actor, min: 7 },
      { title: 'what', value: (row) => row.failure ?? row.externalStatus ?? row.sentence },
    ],
    '',
  );
  writeChecks(out, run);
  if (out.terminal.width !== null) writeNextActions(out, run);
}

const isOpen = ({ verdict, override }: Check): boolean =>
  verdict === 'BLOCK' || (verdict === 'WARN' && !override);

/** What a person has to repair or accept. */
function writeChecks(out: Output, run: ShownRun): void {
  if (out.terminal.width === null) return;
  for (const track of run.tracks)
    for (const step of track.steps)
      for (const check of step.checks.filter(isOpen)) {
        const style = statusStyle(check.verdict) ?? 'bold';
        out.text(`\n${out.paint[style](check.verdict)}  ${track.id} ${step.id}: ${check.id}`);
        out.fields([
          ['  observed', check.observed],
          ['  expected', check.expected],
          ['  cause', check.cause],
          ['  remedy', check.remedy],
          ['  rules', check.rules.join(', ')],
        ]);
      }
}

/** The command of each mutation that can come next. */
const COMMANDS: Readonly<Record<string, string>> = {
  attestStep: 'keyway steps attest',
  provideKey: 'keyway key set',
  provideKeyPolicy: 'keyway key policy',
  verify: 'keyway steps verify',
  overrideCheck: 'keyway steps override',
  retryStep: 'keyway steps retry',
  requestApproval: 'keyway request-approval',
  approve: 'keyway approve',
  refuse: 'keyway refuse',
  submitConfiguration: 'keyway submit',
  recordTicket: 'keyway ticket',
  confirmCja: 'keyway confirm',
  connectAdobe: 'keyway orgs connect adobe',
  connectAzure: 'keyway orgs connect azure',
  connectAws: 'keyway orgs connect aws',
  cancelRun: 'keyway runs cancel',
};

/** What these commands need besides, for the reader to fill in. */
const MORE: Readonly<Record<string, string>> = {
  attestStep: ' --statement <text>',
  provideKey: ' <key identifier>',
  provideKeyPolicy: ' <file>',
  overrideCheck: ' <check> --reason <text>',
  refuse: ' --reason <text>',
  recordTicket: ' --case <number>',
  confirmCja: ' --by <name> --text <text>',
  connectAdobe: ' --client-id <id>',
  connectAzure: ' --tenant-id <id> --client-id <id>',
};

function writeNextActions(out: Output, run: ShownRun): void {
  const lines = run.nextActions
    .filter(({ mutation }) => mutation in COMMANDS && mutation !== 'cancelRun')
    .map(({ mutation, track, step, label }) => {
      const takesOrganization = mutation.startsWith('connect') || mutation === 'provideKeyPolicy';
      const parts = [track, takesStep(mutation) ? step : null].filter(Boolean);
      const place = takesOrganization ? '' : parts.map((part) => ` ${part}`).join('');
      const more =
        (MORE[mutation] ?? '') + (namesKey(run, mutation, step) ? ' --reference <key ARN>' : '');
      return `  ${oneLine(label)}: ${COMMANDS[mutation]} ${run.organization.imsOrgId}${place}${more}`;
    });
  if (lines.length > 0) out.text(`\n${out.paint.bold('Next')}\n${lines.join('\n')}`);
}

/** On AWS the attestation of KEY names the key, where none was provided (AWS-10). */
const namesKey = ({ tracks }: ShownRun, mutation: string, step: string | null): boolean =>
  mutation === 'attestStep' &&
  step === 'KEY' &&
  tracks.every(({ id, key }) => id !== 'AEP' || !key);

const takesStep = (mutation: string): boolean =>
  ['attestStep', 'verify', 'retryStep'].includes(mutation);
