/** The texts of the dialogs of a run, which come with their code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../../intl/WithTexts.tsx';
import en from '../../../messages/runDialogs.en.json';
import es from '../../../messages/runDialogs.es.json';

const TEXTS = { en, es };

export const RunDialogTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
