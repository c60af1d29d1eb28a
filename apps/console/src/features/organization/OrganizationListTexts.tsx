/** The texts of the list of organizations, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/organizationList.en.json';
import es from '../../messages/organizationList.es.json';

const TEXTS = { en, es };

export const OrganizationListTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
