/** The texts of dry runs, which few visits need. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/readiness.en.json';
import es from '../../messages/readiness.es.json';

const TEXTS = { en, es };

export const ReadinessTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
