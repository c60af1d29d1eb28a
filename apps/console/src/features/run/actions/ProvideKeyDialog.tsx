/**
 * Provides the key that a track will use, and that of the other track where it has none yet. Keyway
 * finds the vaults from them.
 */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TrackId } from '../../../generated/enums.ts';
import { toFieldProps } from '../../../apollo/userErrors.ts';
import { PROVIDE_KEY } from './dialogMutations.ts';
import type { RunView } from '../data/runFields.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { findOfferedAction } from './findOfferedAction.ts';
import { KeyField, useKeyDraft } from './KeyField.tsx';
import { OTHER_TRACK, useBothTracks } from './useBothTracks.ts';

const note = style({ font: 'body-sm', margin: 0 });

interface ProvideKeyDialogProps {
  run: RunView;
  track: TrackId;
  onClose: () => void;
}

export function ProvideKeyDialog({ run, track, onClose }: ProvideKeyDialogProps) {
  const intl = useIntl();
  const { organization } = run;
  const { mutation, isFirstDone, send } = useBothTracks(PROVIDE_KEY, onClose);
  const keyOf = (id: TrackId) => run.tracks.find((one) => one.id === id)?.key;
  const before = keyOf(track);
  const other = OTHER_TRACK[track];
  const mayProvideBoth = !before && !keyOf(other) && isOffered(run, other);
  // Also where the server has it by now: what it refused of the other one stays to be corrected.
  const isOtherShown = isFirstDone || mayProvideBoth;
  const [resourceId, setResourceId] = useState(before?.vaultResourceId ?? '');
  const first = useKeyDraft(before?.identifier ?? '', organization);
  const second = useKeyDraft('', organization);
  const nameOf = (id: TrackId) => intl.formatMessage({ id: `track.${id}` });
  const isAws = organization.cloud === 'AWS';
  const inputOf = (id: TrackId, keyIdentifier: string, vaultResourceId: string | null) => ({
    ...{ runId: run.id, track: id, keyIdentifier, vaultResourceId },
  });
  return (
    <FormDialog
      title={intl.formatMessage(
        { id: before && !isFirstDone ? 'run.key.titleChange' : 'run.key.title' },
        { track },
      )}
      text={
        isAws
          ? undefined
          : intl.formatMessage({ id: track === 'CJA' ? 'run.key.textCja' : 'run.key.text' })
      }
      confirm={intl.formatMessage({ id: 'run.key.confirm' })}
      mutation={mutation}
      fields={['keyIdentifier', 'vaultResourceId']}
      isDisabled={
        first.text === '' ||
        first.isBlocked ||
        (isOtherShown && second.isBlocked) ||
        (isFirstDone && second.text === '')
      }
      onSubmit={() =>
        send(
          inputOf(track, first.text, (!isAws && resourceId.trim()) || null),
          isOtherShown && second.text !== '' ? inputOf(other, second.text, null) : null,
        )
      }
      onClose={onClose}
    >
      <KeyField
        organization={organization}
        draft={first}
        isDisabled={isFirstDone}
        errors={isFirstDone ? [] : mutation.errors}
      />
      {isAws || isFirstDone ? null : (
        <TextField
          label={intl.formatMessage({ id: 'run.key.resource' })}
          description={intl.formatMessage({ id: 'run.key.resourceHint' })}
          value={resourceId}
          onChange={setResourceId}
          {...toFieldProps(mutation.errors, 'vaultResourceId')}
        />
      )}
      {isOtherShown ? (
        <KeyField
          organization={organization}
          draft={second}
          optional={intl.formatMessage({ id: 'run.key.also' }, { track: nameOf(other) })}
          errors={isFirstDone ? mutation.errors : []}
        />
      ) : null}
      {isFirstDone && mutation.errors.length > 0 ? (
        <p className={note}>
          {intl.formatMessage(
            { id: 'run.key.firstDone' },
            { first: nameOf(track), second: nameOf(other) },
          )}
        </p>
      ) : null}
    </FormDialog>
  );
}

const isOffered = (run: RunView, track: TrackId): boolean =>
  findOfferedAction(run, 'provideKey', track) !== null;
