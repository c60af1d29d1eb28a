/** A button that saves a whole list as a CSV file; what does it is loaded when it is pressed. */
import { ActionButton } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import type { FileTools, ListFile } from './listFile.ts';

const dialog = lazyPart(async () => (await import('./ExportDialog.tsx')).ExportDialog);

interface ExportButtonProps {
  /** Loads what says what the file holds, as the list is filtered now. */
  file: (tools: FileTools) => Promise<ListFile>;
  /** What the button says; "Export CSV" by default. */
  text?: string;
  isDisabled?: boolean;
}

export function ExportButton({ file, text, isDisabled }: ExportButtonProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionButton
        size="S"
        {...(isDisabled === undefined ? {} : { isDisabled })}
        onPress={() => setOpen(true)}
      >
        {text ?? intl.formatMessage({ id: 'list.export' })}
      </ActionButton>
      <Part
        part={dialog}
        isWanted={isOpen}
        props={{ file, isOpen, onClose: () => setOpen(false) }}
      />
    </>
  );
}
