/** Pins the key policy of the organization's page at Adobe, with its comments (AWS-07). */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextArea } from '@react-spectrum/s2';
import { toFieldProps } from '../../../apollo/userErrors.ts';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { RunView } from '../data/runFields.ts';
import { PROVIDE_KEY_POLICY } from './dialogMutations.ts';
import '../../../ui/pasteArea.css';

interface ProvideKeyPolicyDialogProps {
  run: RunView;
  onClose: () => void;
}

export function ProvideKeyPolicyDialog({ run, onClose }: ProvideKeyPolicyDialogProps) {
  const intl = useIntl();
  const mutation = useKeywayMutation(PROVIDE_KEY_POLICY, { onDone: onClose });
  const [policy, setPolicy] = useState('');
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'run.keyPolicy.title' })}
      text={intl.formatMessage({ id: 'run.keyPolicy.text' })}
      confirm={intl.formatMessage({ id: 'run.keyPolicy.confirm' })}
      mutation={mutation}
      fields={['policy']}
      isDisabled={policy.trim() === ''}
      onSubmit={() => mutation.send({ runId: run.id, policy })}
      onClose={onClose}
    >
      <TextArea
        autoFocus
        isRequired
        label={intl.formatMessage({ id: 'run.keyPolicy.policy' })}
        description={intl.formatMessage({ id: 'run.keyPolicy.hint' })}
        spellCheck="false"
        UNSAFE_className="kw-paste"
        value={policy}
        onChange={setPolicy}
        {...toFieldProps(mutation.errors, 'policy')}
      />
    </FormDialog>
  );
}
