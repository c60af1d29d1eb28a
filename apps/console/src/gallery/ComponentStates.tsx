/** Statuses, step cards, notices, and the states of a list. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { RunStatus, StepStatus, Verdict } from '../generated/enums.ts';
import type { StepView } from '../features/run/data/runFields.ts';
import type { InstructionsState } from '../features/run/data/useInstructions.ts';
import { RunActionsRoot } from '../features/run/actions/RunActions.tsx';
import { RunPageTexts } from '../features/run/RunPageTexts.tsx';
import { RunDiagram } from '../features/run/diagram/RunDiagram.tsx';
import { StepCard } from '../features/run/steps/StepCard.tsx';
import { aRun, aStep, BLOCKING_CHECK, NOW, WARNING_CHECK, aCheck } from '../fixtures/aRun.ts';
import { serverError } from '../fixtures/AnsweringLink.ts';
import { ActStates } from './ActStates.tsx';
import { StatusIcon } from '../status/StatusIcon.tsx';
import { RunStatusText, VerdictText } from '../status/StatusText.tsx';
import { CopyText } from '../ui/CopyText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ListSkeleton } from '../ui/Skeleton.tsx';
import { UserErrorsNotice } from '../ui/UserErrorsNotice.tsx';

const section = style({ display: 'flex', flexDirection: 'column', rowGap: 12, minWidth: 0 });
const row = style({ display: 'flex', flexWrap: 'wrap', gap: 20, alignItems: 'center' });
const cards = style({
  display: 'grid',
  gridTemplateColumns: { default: 'minmax(0, 1fr)', '@media (width >= 900px)': '1fr 1fr' },
  gap: 16,
  alignItems: 'start',
});
const heading = style({ font: 'title', margin: 0 });

const STEP_STATUSES = [
  'LOCKED',
  'READY',
  'WORKING',
  'WAITING',
  'BLOCKED',
  'FAILED',
  'DONE',
  'NOT_APPLICABLE',
] as const satisfies readonly StepStatus[];
const RUN_STATUSES = [
  'IN_PROGRESS',
  'WAITING',
  'BLOCKED',
  'FAILED',
  'COMPLETED',
  'CANCELLED',
] as const satisfies readonly RunStatus[];
const VERDICTS = ['PASS', 'WARN', 'BLOCK', 'UNKNOWN'] as const satisfies readonly Verdict[];

const run = aRun();
const STEPS: readonly StepView[] = [
  aStep('VAULT', 'BLOCKED', { actor: 'AZURE_ADMIN', checks: [BLOCKING_CHECK, aCheck()] }),
  aStep('KEY', 'READY', { checks: [WARNING_CHECK] }),
  aStep('NETWORK', 'WORKING', { looking: true }),
  aStep('CONSENT', 'WAITING', { actor: 'ENTRA_ADMIN', lookedAt: NOW }),
  aStep('ROLE', 'FAILED', {
    failure: 'Azure refused the role assignment.',
    sentence: 'Failed: Azure refused the role assignment.',
  }),
  aStep('ENTITLEMENT', 'DONE', {
    mode: 'ATTESTED',
    attestation: {
      statement: 'The shield is in the contract.',
      reference: 'C-2026-031',
      by: 'Omar Operator (console)',
      at: NOW,
    },
  }),
  aStep('ACTIVATION', 'DONE', { externalStatus: 'COMPLETED' }),
  aStep('TICKET', 'NOT_APPLICABLE'),
  aStep('SUBMISSION', 'LOCKED'),
  aStep('APP_REGISTRATION', 'BLOCKED', {
    checks: [aCheck({ verdict: 'UNKNOWN', observed: null, title: 'Application ID' })],
  }),
];

const instructions: InstructionsState = {
  of: () => ({
    text: 'Open the vault and turn on **purge protection**.\n\n1. Choose *Properties*.\n2. Save.',
    values: [{ label: 'Vault', value: 'kv-contoso' }],
    scripts: [{ tool: 'AZ_CLI', text: 'az keyvault update --name kv-contoso' }],
  }),
  settled: true,
  error: undefined,
  retry: () => undefined,
};

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={section} aria-label={title}>
      <h2 className={heading}>{title}</h2>
      {children}
    </section>
  );
}

export function ComponentStates() {
  return (
    <>
      <Section title="Statuses">
        <div className={row}>
          {STEP_STATUSES.map((status) => (
            <StatusIcon key={status} status={status} actor="ADOBE" size={24} />
          ))}
          <StatusIcon status="DONE" mode="ATTESTED" size={24} />
        </div>
        <div className={row}>
          {RUN_STATUSES.map((status) => (
            <RunStatusText key={status} status={status} waitingOn={['ENTRA_ADMIN', 'ADOBE']} />
          ))}
        </div>
        <div className={row}>
          {VERDICTS.map((verdict) => (
            <VerdictText key={verdict} verdict={verdict} />
          ))}
        </div>
      </Section>
      <RunActionsRoot run={run}>
        <Section title="Run diagram">
          <RunDiagram run={run} onPick={() => undefined} />
        </Section>
        <Section title="Acts of one press">
          <ActStates />
        </Section>
        <Section title="Step cards">
          <div className={cards}>
            <RunPageTexts>
              {STEPS.map((step) => (
                <StepCard
                  key={step.id}
                  step={step}
                  instructions={instructions}
                  isOpen
                  onToggle={() => undefined}
                />
              ))}
            </RunPageTexts>
          </div>
        </Section>
      </RunActionsRoot>
      <Section title="Lists: loading, empty, failed">
        <ListSkeleton rows={3} columns={4} />
        <EmptyState title="No pending approvals">They appear here automatically.</EmptyState>
        <ErrorState
          what="Couldn’t load the organizations"
          error={serverError('The database is unavailable.')}
          onRetry={() => undefined}
        />
      </Section>
      <Section title="Notices">
        <UserErrorsNotice
          errors={[
            { code: 'CONFLICT', message: 'Another run is open.', field: null },
            { code: 'INVALID_INPUT', message: 'Enter a name.', field: ['name'] },
          ]}
        />
        <CopyText text={'https://kv-contoso.vault.azure.net/keys/'.repeat(3)} label="key" />
      </Section>
    </>
  );
}
