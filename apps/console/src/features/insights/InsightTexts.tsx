/** The texts of the insights, which few visits need. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/insights.en.json';
import es from '../../messages/insights.es.json';

const TEXTS = { en, es };

export const InsightTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
