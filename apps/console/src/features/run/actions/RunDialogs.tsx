/** The dialogs of a run, one at a time. */
import type { RunView } from '../data/runFields.ts';
import { HandOffDialog } from '../handOffs/HandOffDialog.tsx';
import { HandOffTexts } from '../handOffs/HandOffTexts.tsx';
import { RevokeHandOffDialog } from '../handOffs/RevokeHandOffDialog.tsx';
import { AssignDialog } from '../../work/AssignDialog.tsx';
import { CommentDialog } from '../../work/CommentDialog.tsx';
import { PlanSetupDialog } from '../setup/PlanSetupDialog.tsx';
import { SetupTexts } from '../setup/SetupTexts.tsx';
import type { DialogRequest } from './actionTarget.ts';
import { AttestDialog } from './AttestDialog.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { OverrideDialog } from './OverrideDialog.tsx';
import { ProvideKeyDialog } from './ProvideKeyDialog.tsx';
import { ProvideKeyPolicyDialog } from './ProvideKeyPolicyDialog.tsx';
import { RunDialogTexts } from './RunDialogTexts.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import { DialogContainer } from '../../../ui/DialogContainer.tsx';

interface RunDialogsProps {
  run: RunView;
  request: DialogRequest | null;
  onClose: () => void;
}

export function RunDialogs({ run, request, onClose }: RunDialogsProps) {
  // Without the key, text typed in a dialog that is still closing would appear in the next one.
  const dialog = request ? (
    <RunDialogTexts key={JSON.stringify(request)}>
      <RequestedDialog run={run} request={request} onClose={onClose} />
    </RunDialogTexts>
  ) : null;
  return <DialogContainer onDismiss={onClose}>{dialog}</DialogContainer>;
}

function RequestedDialog({
  run,
  request,
  onClose,
}: {
  run: RunView;
  request: DialogRequest;
  onClose: () => void;
}) {
  switch (request.kind) {
    case 'attest':
      return <AttestDialog run={run} track={request.track} step={request.step} onClose={onClose} />;
    case 'override':
      return (
        <OverrideDialog run={run} track={request.track} check={request.check} onClose={onClose} />
      );
    case 'provideKey':
      return <ProvideKeyDialog run={run} track={request.track} onClose={onClose} />;
    case 'provideKeyPolicy':
      return <ProvideKeyPolicyDialog run={run} onClose={onClose} />;
    case 'planSetup':
      return (
        <SetupTexts>
          <PlanSetupDialog run={run} track={request.track} onClose={onClose} />
        </SetupTexts>
      );
    case 'withdraw':
      return <WithdrawDialog run={run} track={request.track} onClose={onClose} />;
    case 'handOff':
      return (
        <HandOffTexts>
          <HandOffDialog run={run} actor={request.actor} onClose={onClose} />
        </HandOffTexts>
      );
    case 'revokeHandOff':
      return (
        <HandOffTexts>
          <RevokeHandOffDialog run={run} handOff={request.handOff} onClose={onClose} />
        </HandOffTexts>
      );
    case 'cancel':
      return <CancelDialog run={run} onClose={onClose} />;
    case 'assign':
      return <AssignDialog run={run} onClose={onClose} />;
    case 'comment':
      return (
        <CommentDialog run={run} track={request.track} step={request.step} onClose={onClose} />
      );
  }
}
