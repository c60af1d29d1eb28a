/** Makes a link for a customer's admin, and shows it once. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  Heading,
  InlineAlert,
  Picker,
  PickerItem,
  TextArea,
} from '@react-spectrum/s2';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../../apollo/userErrors.ts';
import { chooseFrom } from '../../../ui/chooseFrom.ts';
import { CopyText } from '../../../ui/CopyText.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { RunView } from '../data/runFields.ts';
import { CREATE_HAND_OFF } from './handOffDocuments.ts';
import { HAND_OFF_ACTORS } from './handOffActor.ts';
import type { HandOffActor } from './handOffActor.ts';
import { handOffsChanged } from './useHandOffs.ts';

/** Days until the link stops working. */
const LIFETIMES = ['3', '14', '30', '90'] as const;

interface HandOffDialogProps {
  run: RunView;
  actor: HandOffActor;
  onClose: () => void;
}

export function HandOffDialog(props: HandOffDialogProps) {
  const [url, setUrl] = useState<string>();
  return url ? (
    <MadeLink url={url} onClose={props.onClose} />
  ) : (
    <HandOffForm {...props} onMade={setUrl} />
  );
}

function MadeLink({ url, onClose }: { url: string; onClose: () => void }) {
  const intl = useIntl();
  return (
    <Dialog size="M">
      <Heading slot="title">{intl.formatMessage({ id: 'handOffs.made' })}</Heading>
      <Content>
        <InlineAlert variant="positive">
          <Heading>{intl.formatMessage({ id: 'handOffs.once' })}</Heading>
          <Content>
            <CopyText
              text={url}
              label={intl.formatMessage({ id: 'handOffs.link' })}
              max={Number.POSITIVE_INFINITY}
            />
          </Content>
        </InlineAlert>
      </Content>
      <ButtonGroup>
        <Button variant="accent" onPress={onClose}>
          {intl.formatMessage({ id: 'common.close' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

function HandOffForm({
  run,
  actor: proposed,
  onClose,
  onMade,
}: HandOffDialogProps & { onMade: (url: string) => void }) {
  const intl = useIntl();
  const [actor, setActor] = useState(proposed);
  const [note, setNote] = useState('');
  const [days, setDays] = useState<(typeof LIFETIMES)[number]>('14');
  const mutation = useKeywayMutation(CREATE_HAND_OFF, {
    onDone: ({ url }) => {
      handOffsChanged(run.id);
      if (url) onMade(url);
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
      confirm={intl.formatMessage({ id: 'handOffs.createLink' })}
      mutation={mutation}
      fields={['note', 'actor', 'expiresAt']}
      onSubmit={create}
      onClose={onClose}
    >
      <Picker
        label={intl.formatMessage({ id: 'handOffs.actor' })}
        selectedKey={actor}
        onSelectionChange={chooseFrom(HAND_OFF_ACTORS, setActor)}
        {...toFieldProps(mutation.errors, 'actor')}
      >
        {HAND_OFF_ACTORS.map((one) => (
          <PickerItem key={one} id={one}>
            {intl.formatMessage({ id: `handOffs.actor.${one}` })}
          </PickerItem>
        ))}
      </Picker>
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
