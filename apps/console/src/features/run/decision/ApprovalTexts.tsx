/** The texts of the decision on an approval, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../../intl/WithTexts.tsx';
import decisionEn from '../../../messages/decision.en.json';
import decisionEs from '../../../messages/decision.es.json';
import en from '../../../messages/approval.en.json';
import es from '../../../messages/approval.es.json';

const TEXTS = { en: { ...decisionEn, ...en }, es: { ...decisionEs, ...es } };

export const ApprovalTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
