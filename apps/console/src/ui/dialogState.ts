/** What a dialog knows of its container, without the container's code. */
import { createContext, useContext } from 'react';

export const DialogIsOpen = createContext(true);

/** False in a dialog that was closed and is still mounted. */
export const useIsDialogOpen = (): boolean => useContext(DialogIsOpen);

/** Says what happens in this dialog where a person would dismiss it, by Escape for example. */
export const InsteadOfDismissal = createContext<(instead: { act: () => void } | null) => void>(
  () => undefined,
);
