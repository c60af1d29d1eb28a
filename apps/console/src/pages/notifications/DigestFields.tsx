/** How often a digest is sent, of what, and in which language. */
import { Checkbox, CheckboxGroup, Picker, PickerItem, Radio, RadioGroup } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { toFieldProps, type UserError } from '../../apollo/userErrors.ts';
import type { InboxKind } from '../../generated/enums.ts';
import { INBOX_KINDS } from '../../features/inbox/inboxKinds.ts';
import { LOCALES } from '../../intl/locale.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { FREQUENCIES, type Draft } from './notificationDraft.ts';

/** What every part of the form takes. */
export interface FieldsProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  errors: readonly UserError[];
}

interface DigestFieldsProps extends FieldsProps {
  /** Otherwise only off can be chosen. */
  canSend: boolean;
  /** What can be sent. */
  kinds?: readonly InboxKind[];
  /** The label of the language. */
  language?: 'notifications.language' | 'notifications.chatLanguage';
}

export function DigestFields(props: DigestFieldsProps) {
  const { draft, onChange, errors, canSend } = props;
  const { kinds = INBOX_KINDS, language = 'notifications.language' } = props;
  const intl = useIntl();
  return (
    <>
      <RadioGroup
        label={intl.formatMessage({ id: 'notifications.digest' })}
        value={draft.digest}
        onChange={chooseFrom(FREQUENCIES, (digest) => onChange({ digest }))}
      >
        {FREQUENCIES.map((id) => (
          // Off can always be chosen.
          <Radio key={id} value={id} isDisabled={id !== 'OFF' && !canSend}>
            {intl.formatMessage({ id: `notifications.digest.${id}` })}
          </Radio>
        ))}
      </RadioGroup>
      <CheckboxGroup
        label={intl.formatMessage({ id: 'notifications.kinds' })}
        value={[...draft.kinds]}
        onChange={(chosen) => onChange({ kinds: kinds.filter((kind) => chosen.includes(kind)) })}
        {...toFieldProps(errors, 'kinds')}
      >
        {kinds.map((kind) => (
          <Checkbox key={kind} value={kind}>
            {intl.formatMessage({ id: `inbox.kind.${kind}` })}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <Picker
        label={intl.formatMessage({ id: language })}
        selectedKey={draft.language}
        onSelectionChange={(key) => onChange({ language: String(key) })}
      >
        {LOCALES.map((id) => (
          <PickerItem key={id} id={id}>
            {intl.formatMessage({ id: `language.${id}` })}
          </PickerItem>
        ))}
      </Picker>
    </>
  );
}
