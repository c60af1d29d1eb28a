/** Asks for a reason before something is canceled, withdrawn or archived. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { TextArea } from '@react-spectrum/s2';
import type { MutationState } from '../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../apollo/userErrors.ts';
import { FormDialog } from './FormDialog.tsx';

interface ReasonDialogProps {
  title: string;
  /** What it does, in a sentence or two. */
  text: ReactNode;
  confirm: string;
  /** The button that closes the dialog; "Cancel" by default. */
  dismiss?: string;
  label: string;
  hint?: string;
  isRequired?: boolean;
  variant?: 'accent' | 'negative';
  mutation: MutationState;
  isDisabled?: boolean;
  onSubmit: (reason: string) => void;
  onClose: () => void;
  /** Shown above the reason. */
  children?: ReactNode;
}

export function ReasonDialog({
  label,
  hint,
  isRequired = true,
  variant = 'negative',
  isDisabled = false,
  onSubmit,
  children,
  ...dialog
}: ReasonDialogProps) {
  const [text, setText] = useState('');
  const reason = text.trim();
  return (
    <FormDialog
      {...dialog}
      variant={variant}
      fields={['reason']}
      isDisabled={isDisabled || (isRequired && reason === '')}
      onSubmit={() => onSubmit(reason)}
    >
      {children}
      <TextArea
        autoFocus
        isRequired={isRequired}
        label={label}
        description={hint}
        value={text}
        onChange={setText}
        {...toFieldProps(dialog.mutation.errors, 'reason')}
      />
    </FormDialog>
  );
}
