/** The texts of the decision on an approval, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../../intl/WithTexts.tsx';
import en from '../../../messages/approval.en.json';
import es from '../../../messages/approval.es.json';

const TEXTS = { en, es };

export const ApprovalTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
