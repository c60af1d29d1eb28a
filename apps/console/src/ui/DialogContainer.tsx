/** Where a page shows its dialogs, one at a time. */
import { DialogContainer as SpectrumContainer } from '@react-spectrum/s2';
import { Children, Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { DialogIsOpen, InsteadOfDismissal } from './dialogState.ts';

interface DialogContainerProps {
  onDismiss: () => void;
  /** The open dialog; nothing, or null, while none is open. */
  children: ReactNode;
}

/**
 * Spectrum's keeps a closed dialog mounted, with what was typed into it and how its request ended.
 * Here each opening begins again.
 */
export function DialogContainer({ onDismiss, children }: DialogContainerProps) {
  const [dialog] = Children.toArray(children);
  const isOpen = dialog !== undefined;
  const [opening, setOpening] = useState({ count: 0, isOpen });
  const [instead, setInstead] = useState<{ act: () => void } | null>(null);
  if (opening.isOpen !== isOpen) setOpening({ count: opening.count + 1, isOpen });
  return (
    <DialogIsOpen value={isOpen}>
      <InsteadOfDismissal value={setInstead}>
        <SpectrumContainer onDismiss={instead?.act ?? onDismiss}>
          {isOpen ? <Fragment key={opening.count}>{dialog}</Fragment> : null}
        </SpectrumContainer>
      </InsteadOfDismissal>
    </DialogIsOpen>
  );
}
