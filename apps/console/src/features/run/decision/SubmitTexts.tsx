/** The texts of the submission, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../../intl/WithTexts.tsx';
import decisionEn from '../../../messages/decision.en.json';
import decisionEs from '../../../messages/decision.es.json';
import en from '../../../messages/submit.en.json';
import es from '../../../messages/submit.es.json';

const TEXTS = { en: { ...decisionEn, ...en }, es: { ...decisionEs, ...es } };

export const SubmitTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
