/** Accepts a warning, or a block by Keyway's own policy (GAP-19), with a recorded reason. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Picker, PickerItem } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import type { TrackId } from '../../../generated/enums.ts';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { OVERRIDE_CHECK } from './dialogMutations.ts';
import type { CheckView, RunView } from '../data/runFields.ts';
import { isAcceptable } from './mayAccept.ts';

const facts = style({ font: 'body-sm', margin: 0, paddingStart: 16 });

interface OverrideDialogProps {
  run: RunView;
  track: TrackId;
  /** Without it, the person chooses one of the track's checks. */
  check?: string;
  onClose: () => void;
}

export function OverrideDialog({ run, track, check, onClose }: OverrideDialogProps) {
  const intl = useIntl();
  const mutation = useKeywayMutation(OVERRIDE_CHECK, { onDone: onClose });
  const steps = run.tracks.find((one) => one.id === track)?.steps ?? [];
  const checks = steps.flatMap((step) => step.checks);
  const acceptable = checks.filter((one) => isAcceptable(one));
  const [chosen, setChosen] = useState(check ?? acceptable[0]?.id ?? '');
  const about = checks.find((one) => one.id === chosen);
  const isBlock = about?.verdict === 'BLOCK';
  return (
    <ReasonDialog
      title={intl.formatMessage(
        { id: isBlock ? 'run.override.titleBlock' : 'run.override.title' },
        { track },
      )}
      text={intl.formatMessage({ id: 'run.override.text' })}
      confirm={intl.formatMessage({
        id: isBlock ? 'run.override.confirmBlock' : 'run.override.confirm',
      })}
      variant="accent"
      label={intl.formatMessage({ id: 'common.reason' })}
      hint={intl.formatMessage({ id: 'run.override.reasonHint' })}
      mutation={mutation}
      isDisabled={chosen === ''}
      onSubmit={(reason) => mutation.send({ runId: run.id, track, check: chosen, reason })}
      onClose={onClose}
    >
      {!check && acceptable.length > 1 ? (
        <Picker
          label={intl.formatMessage({ id: 'run.override.which' })}
          selectedKey={chosen}
          onSelectionChange={(key) => setChosen(String(key))}
        >
          {acceptable.map((one) => (
            <PickerItem key={one.id} id={one.id}>
              {one.title}
            </PickerItem>
          ))}
        </Picker>
      ) : null}
      {about ? <CheckFacts check={about} /> : null}
    </ReasonDialog>
  );
}

function CheckFacts({ check }: { check: CheckView }) {
  const intl = useIntl();
  return (
    <ul className={facts}>
      <li>
        <strong>{check.title}</strong>
      </li>
      <li>
        {intl.formatMessage({ id: 'run.check.observedIs' }, { value: check.observed ?? '—' })}
      </li>
      <li>{intl.formatMessage({ id: 'run.check.expectedIs' }, { value: check.expected })}</li>
      {check.cause ? <li>{check.cause}</li> : null}
    </ul>
  );
}
