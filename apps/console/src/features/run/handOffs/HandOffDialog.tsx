/** Makes a link for a customer's admin, and shows it once. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Picker, PickerItem, TextArea } from '@react-spectrum/s2';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../../apollo/userErrors.ts';
import { chooseFrom } from '../../../ui/chooseFrom.ts';
import { DialogContainer } from '../../../ui/DialogContainer.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { SecretDialog } from '../../../ui/SecretDialog.tsx';
import type { RunView } from '../data/runFields.ts';
import { CREATE_HAND_OFF, REVOKE_HAND_OFF, type HandOffView } from './handOffDocuments.ts';
import { handOffActorsOn } from './handOffActor.ts';
import type { HandOffActor } from './handOffActor.ts';
import { OpenHandOffs } from './OpenHandOffs.tsx';
import { RevokeHandOffDialog } from './RevokeHandOffDialog.tsx';
import { handOffsChanged } from './handOffChanges.ts';
import { useOpenHandOffs } from './useHandOffs.ts';

/** Days until the link stops working. */
const LIFETIMES = ['3', '14', '30', '90'] as const;

interface HandOffDialogProps {
  run: RunView;
  actor: HandOffActor;
  onClose: () => void;
}

export function HandOffDialog(props: HandOffDialogProps) {
  const [made, setMade] = useState<Made>();
  return made ? <MadeLink {...props} {...made} /> : <HandOffForm {...props} onMade={setMade} />;
}

interface Made {
  url: string;
  handOff: HandOffView;
}

function MadeLink({ run, url, handOff, onClose }: HandOffDialogProps & Made) {
  const intl = useIntl();
  const mutation = useKeywayMutation(REVOKE_HAND_OFF, {
    onDone: () => {
      handOffsChanged(run.id);
      onClose();
    },
  });
  const { id, actor, expiresAt } = handOff;
  return (
    <SecretDialog
      title={intl.formatMessage({ id: 'handOffs.made' })}
      once={intl.formatMessage({ id: 'handOffs.once' })}
      secret={url}
      label={intl.formatMessage({ id: 'handOffs.link' })}
      revocation={{ mutation, send: () => mutation.send({ id }) }}
      onClose={onClose}
    >
      {intl.formatMessage(
        { id: 'handOffs.madeFor' },
        {
          actor: intl.formatMessage({ id: `actor.${actor}` }),
          organization: <bdi key="organization">{run.organization.name}</bdi>,
          until: intl.formatDate(expiresAt, { dateStyle: 'long', timeStyle: 'short' }),
        },
      )}
    </SecretDialog>
  );
}

function HandOffForm({
  run,
  actor: proposed,
  onClose,
  onMade,
}: HandOffDialogProps & { onMade: (made: Made) => void }) {
  const intl = useIntl();
  const [actor, setActor] = useState(proposed);
  const [note, setNote] = useState('');
  const [days, setDays] = useState<(typeof LIFETIMES)[number]>('14');
  const actors = handOffActorsOn(run.organization.cloud);
  const open = useOpenHandOffs(run.id, actor);
  const [revoked, setRevoked] = useState<HandOffView | null>(null);
  const mutation = useKeywayMutation(CREATE_HAND_OFF, {
    onDone: ({ url, handOff }) => {
      handOffsChanged(run.id);
      if (url && handOff) onMade({ url, handOff });
    },
  });
  function create() {
    const expiresAt = new Date(Date.now() + Number(days) * 86_400_000 - 60_000).toISOString();
    mutation.send({ runId: run.id, actor, note: note.trim() || null, expiresAt });
  }
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'handOffs.create' })}
      text={intl.formatMessage({ id: 'handOffs.createText' })}
      confirm={intl.formatMessage({
        id: open?.length ? 'handOffs.createAnother' : 'handOffs.createLink',
      })}
      isDisabled={open === undefined}
      mutation={mutation}
      fields={['note', 'actor', 'expiresAt']}
      beside={
        <DialogContainer onDismiss={() => setRevoked(null)}>
          {revoked ? (
            <RevokeHandOffDialog run={run} handOff={revoked} onClose={() => setRevoked(null)} />
          ) : null}
        </DialogContainer>
      }
      onSubmit={create}
      onClose={onClose}
    >
      <Picker
        label={intl.formatMessage({ id: 'handOffs.actor' })}
        selectedKey={actor}
        onSelectionChange={chooseFrom(actors, setActor)}
        {...toFieldProps(mutation.errors, 'actor')}
      >
        {actors.map((one) => (
          <PickerItem key={one} id={one}>
            {intl.formatMessage({ id: `handOffs.actor.${one}` })}
          </PickerItem>
        ))}
      </Picker>
      <OpenHandOffs actor={actor} open={open ?? []} onRevoke={setRevoked} />
      <TextArea
        label={intl.formatMessage({ id: 'handOffs.note' })}
        description={intl.formatMessage({ id: 'handOffs.noteHint' })}
        value={note}
        onChange={setNote}
        {...toFieldProps(mutation.errors, 'note')}
      />
      <Picker
        label={intl.formatMessage({ id: 'handOffs.lifetime' })}
        selectedKey={days}
        onSelectionChange={chooseFrom(LIFETIMES, setDays)}
        {...toFieldProps(mutation.errors, 'expiresAt')}
      >
        {LIFETIMES.map((one) => (
          <PickerItem key={one} id={one}>
            {intl.formatMessage({ id: 'handOffs.days' }, { days: Number(one) })}
          </PickerItem>
        ))}
      </Picker>
    </FormDialog>
  );
}
