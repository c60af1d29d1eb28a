/** The texts of the lists of approvals, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/approvals.en.json';
import es from '../../messages/approvals.es.json';

const TEXTS = { en, es };

export const ApprovalListTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
