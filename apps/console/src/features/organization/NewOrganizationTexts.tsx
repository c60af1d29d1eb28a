/** The texts of the form of a new organization, and of the dialogs whose fields it has too. */
import type { ReactNode } from 'react';
import { RunDialogTexts } from '../run/actions/RunDialogTexts.tsx';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/newOrganization.en.json';
import es from '../../messages/newOrganization.es.json';

const TEXTS = { en, es };

export const NewOrganizationTexts = ({ children }: { children: ReactNode }) => (
  <RunDialogTexts>
    <WithTexts texts={TEXTS}>{children}</WithTexts>
  </RunDialogTexts>
);
