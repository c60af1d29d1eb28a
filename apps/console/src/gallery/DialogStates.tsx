/** Open dialogs: idle, pending, and with what the server answered. */
import { useIntl } from 'react-intl';
import type { MutationState } from '../apollo/useKeywayMutation.ts';
import { aRun, aStep, aTrack, WARNING_CHECK } from '../fixtures/aRun.ts';
import { AttestDialog } from '../features/run/actions/AttestDialog.tsx';
import { OverrideDialog } from '../features/run/actions/OverrideDialog.tsx';
import { ProvideKeyPolicyDialog } from '../features/run/actions/ProvideKeyPolicyDialog.tsx';
import { ProvideKeyDialog } from '../features/run/actions/ProvideKeyDialog.tsx';
import { PlanSetupDialog } from '../features/run/setup/PlanSetupDialog.tsx';
import { SetupTexts } from '../features/run/setup/SetupTexts.tsx';
import { RunDialogTexts } from '../features/run/actions/RunDialogTexts.tsx';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { kmsRun } from '../fixtures/aKmsAnswer.ts';
import { PROBE_DIALOGS } from './probeStates.tsx';
import { DialogContainer } from '../ui/DialogContainer.tsx';

const nothing = () => undefined;
const idle: MutationState = { isPending: false, errors: [], failure: null, retry: nothing };
const run = aRun({
  tracks: [
    aTrack('AEP', {
      steps: [aStep('ENTITLEMENT', 'READY'), aStep('KEY', 'BLOCKED', { checks: [WARNING_CHECK] })],
    }),
    aTrack('CJA'),
  ],
});

function Reason({ mutation }: { mutation: Partial<MutationState> }) {
  const intl = useIntl();
  return (
    <ReasonDialog
      title={intl.formatMessage({ id: 'run.cancel.title' }, { name: run.organization.name })}
      text={intl.formatMessage({ id: 'run.cancel.text' })}
      confirm={intl.formatMessage({ id: 'action.cancelRun' })}
      dismiss={intl.formatMessage({ id: 'run.cancel.dismiss' })}
      label={intl.formatMessage({ id: 'common.reason' })}
      mutation={{ ...idle, ...mutation }}
      onSubmit={nothing}
      onClose={nothing}
    />
  );
}

const refused = {
  code: 'RUN_CLOSED' as const,
  message: 'The run has ended. Start a new one.',
  field: null,
};
const atField = { code: 'INVALID_INPUT' as const, message: 'Enter a reason.', field: ['reason'] };

export const DIALOG_STATES = {
  'dialog-reason': () => <Reason mutation={{}} />,
  'dialog-pending': () => <Reason mutation={{ isPending: true }} />,
  'dialog-refused': () => <Reason mutation={{ errors: [refused] }} />,
  'dialog-field-error': () => <Reason mutation={{ errors: [atField] }} />,
  'dialog-no-answer': () => <Reason mutation={{ failure: new Error('offline') }} />,
  'dialog-attest': () => (
    <AttestDialog run={run} track="AEP" step="ENTITLEMENT" onClose={nothing} />
  ),
  'dialog-override': () => <OverrideDialog run={run} track="AEP" onClose={nothing} />,
  'dialog-plan-setup': () => (
    <SetupTexts>
      <PlanSetupDialog run={run} track="AEP" onClose={nothing} />
    </SetupTexts>
  ),
  'dialog-provide-arn': () => <ProvideKeyDialog run={kmsRun} track="AEP" onClose={nothing} />,
  'dialog-provide-policy': () => <ProvideKeyPolicyDialog run={kmsRun} onClose={nothing} />,
  ...PROBE_DIALOGS,
  'dialog-provide-key': () => <ProvideKeyDialog run={run} track="AEP" onClose={nothing} />,
};

export function DialogState({ name }: { name: string }) {
  const render = DIALOG_STATES[name as keyof typeof DIALOG_STATES];
  return (
    <main>
      <h1>{name}</h1>
      <RunDialogTexts>
        <DialogContainer onDismiss={nothing}>{render?.()}</DialogContainer>
      </RunDialogTexts>
    </main>
  );
}
