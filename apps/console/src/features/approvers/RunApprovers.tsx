/** Says on a run's page that its pending approval waits for nobody. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RunView } from '../run/data/runFields.ts';
import { NoApproverNotice } from './NoApproverNotice.tsx';

const spaced = style({ marginBottom: 24 });

export function RunApprovers({ run }: { run: RunView }) {
  const reason = run.tracks.find(({ approval }) => approval?.noApprover)?.approval?.noApprover;
  return reason ? (
    <div className={spaced}>
      <NoApproverNotice reason={reason} organization={run.organization} about="requested" />
    </div>
  ) : null;
}
