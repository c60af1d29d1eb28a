/** The texts of the form of a new organization, and of the dialogs whose fields it has too. */
import type { ReactNode } from 'react';
import { RunDialogTexts } from '../run/actions/RunDialogTexts.tsx';
import { OrganizationFormTexts } from './OrganizationFormTexts.ts';

export const NewOrganizationTexts = ({ children }: { children: ReactNode }) => (
  <RunDialogTexts>
    <OrganizationFormTexts>{children}</OrganizationFormTexts>
  </RunDialogTexts>
);
