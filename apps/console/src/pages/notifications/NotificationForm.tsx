/** The settings as a form. Nothing changes until it is saved; a refusal is beside the button. */
import { Button, ButtonGroup, Form } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState, type FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { useUnsavedChanges } from '../../routing/useUnsavedChanges.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DigestFields } from './DigestFields.tsx';
import { DigestStatus } from './DigestStatus.tsx';
import { SET_NOTIFICATION_SETTINGS, type NotificationSettings } from './notificationDocuments.ts';
import { browserTimeZone, toDraft, toInput, type Draft } from './notificationDraft.ts';
import { QuietHoursFields } from './QuietHoursFields.tsx';

const form = style({ display: 'flex', flexDirection: 'column', rowGap: 24, maxWidth: 720 });
const foot = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });
/** Shown at the field itself. */
const FIELDS = ['kinds', 'timeZone'] as const;

interface NotificationFormProps {
  settings: NotificationSettings;
  onSaved: (settings: NotificationSettings) => void;
}

export function NotificationForm({ settings, onSaved }: NotificationFormProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const { locale } = useAppLocale();
  const saved = toDraft(settings, { timeZone: browserTimeZone(), locale });
  /** Undefined: as it is saved. */
  const [edited, setEdited] = useState<Draft>();
  const [isSaved, setSaved] = useState(false);
  const draft = edited ?? saved;
  const isChanged = edited !== undefined && JSON.stringify(edited) !== JSON.stringify(saved);
  const maySave = isChanged && draft.timeZone !== undefined;
  const question = useUnsavedChanges(isChanged);
  const mutation = useKeywayMutation(SET_NOTIFICATION_SETTINGS, {
    onDone: ({ notificationSettings }) => {
      if (notificationSettings) onSaved(notificationSettings);
      setEdited(undefined);
      setSaved(true);
      announce(intl.formatMessage({ id: 'notifications.saved' }));
    },
  });
  function change(changes: Partial<Draft>) {
    setSaved(false);
    setEdited({ ...draft, ...changes });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    // Enter submits even while the button is disabled or shows progress.
    if (maySave && !mutation.isPending) mutation.send(toInput(draft));
  }
  const fields = { draft, onChange: change, errors: mutation.errors };
  const status = isChanged ? 'unsaved' : isSaved ? 'saved' : null;
  return (
    <Form onSubmit={submit} validationBehavior="aria">
      <div className={form}>
        <Panel title={intl.formatMessage({ id: 'notifications.email' })}>
          <DigestStatus settings={settings} />
          <DigestFields {...fields} canSend={settings.isAvailable && settings.address !== null} />
        </Panel>
        <Panel title={intl.formatMessage({ id: 'notifications.times' })}>
          <QuietHoursFields {...fields} />
        </Panel>
        <MutationNotice mutation={mutation} fields={FIELDS} />
        <div className={foot}>
          <ButtonGroup>
            <Button
              type="submit"
              variant="accent"
              isDisabled={!maySave}
              isPending={mutation.isPending}
            >
              {intl.formatMessage({ id: 'notifications.save' })}
            </Button>
            {isChanged ? (
              <Button
                variant="secondary"
                onPress={() => {
                  setEdited(undefined);
                  mutation.reset();
                }}
              >
                {intl.formatMessage({ id: 'notifications.discard' })}
              </Button>
            ) : null}
          </ButtonGroup>
          {status ? (
            <span className={quiet}>{intl.formatMessage({ id: `notifications.${status}` })}</span>
          ) : null}
        </div>
      </div>
      {question}
    </Form>
  );
}
