/** Connects a chat, or changes what it is sent. Its address is never shown again. */
import { Picker, PickerItem, TextField } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import type { ChatKind } from '../../generated/enums.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { useUnsavedValues } from '../../routing/useUnsavedChanges.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SET_CHAT, type ChatView } from './chatDocuments.ts';
import { DigestFields } from './DigestFields.tsx';
import { browserTimeZone, NIGHT, toDraft, toInput, type Draft } from './notificationDraft.ts';
import { QuietHoursFields } from './QuietHoursFields.tsx';

const KINDS = ['SLACK', 'TEAMS'] as const satisfies readonly ChatKind[];
const TEAM_KINDS = [
  ...(['APPROVAL_REQUESTED', 'APPROVAL_GRANTED', 'APPROVAL_REFUSED'] as const),
  ...(['RUN_BLOCKED', 'RUN_FAILED', 'HEALTH'] as const),
] as const;
interface ChatDialogProps {
  /** Null: a new one. */
  chat: ChatView | null;
  onDone: () => void;
  onClose: () => void;
}

/** Of a chat that is connected now. */
const newDraft = (here: Parameters<typeof toDraft>[1]): Draft => ({
  ...{ digest: 'HOURLY', kinds: TEAM_KINDS, timeZone: here.timeZone, language: here.locale },
  ...{ hasQuietHours: false, quietHours: NIGHT },
});

export function ChatDialog({ chat, onDone, onClose }: ChatDialogProps) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const [kind, setKind] = useState<ChatKind>(chat?.kind ?? 'SLACK');
  const [url, setUrl] = useState('');
  const [draft, setDraft] = useState<Draft>(() => {
    const here = { timeZone: browserTimeZone(), locale };
    return chat ? toDraft(chat, here) : newDraft(here);
  });
  const mutation = useKeywayMutation(SET_CHAT, {
    onDone: () => {
      onClose();
      onDone();
    },
  });
  // The address itself is not compared: it stays in the field alone.
  const question = useUnsavedValues({ kind, draft, hasUrl: url !== '' }, false);
  const needsUrl = chat?.kind !== kind;
  const fields = { draft, errors: mutation.errors };
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const title = chat ? 'notifications.chatChange' : 'notifications.chatConnect';
  return (
    <FormDialog
      title={intl.formatMessage({ id: title })}
      confirm={intl.formatMessage({ id: 'notifications.chatSave' })}
      mutation={mutation}
      fields={['url', 'kinds', 'timeZone']}
      isDisabled={(needsUrl && url.trim() === '') || draft.timeZone === undefined}
      onSubmit={() => mutation.send({ ...toInput(draft), kind, url: url.trim() || null })}
      onClose={onClose}
    >
      <Picker
        label={intl.formatMessage({ id: 'notifications.chatKind' })}
        selectedKey={kind}
        onSelectionChange={(key) => setKind(KINDS.find((one) => one === key) ?? kind)}
      >
        {KINDS.map((id) => (
          <PickerItem key={id} id={id}>
            {intl.formatMessage({ id: `notifications.chat.${id}` })}
          </PickerItem>
        ))}
      </Picker>
      <TextField
        type="password"
        autoComplete="off"
        isRequired={needsUrl}
        label={intl.formatMessage({ id: 'notifications.chatUrl' })}
        description={intl.formatMessage({
          id: needsUrl ? `notifications.chatUrlText.${kind}` : 'notifications.chatUrlKept',
        })}
        value={url}
        onChange={setUrl}
        {...toFieldProps(mutation.errors, 'url')}
      />
      <DigestFields
        {...fields}
        onChange={change}
        canSend
        kinds={TEAM_KINDS}
        language="notifications.chatLanguage"
      />
      <QuietHoursFields {...fields} onChange={change} />
      {question}
    </FormDialog>
  );
}
