/** The texts of the health of keys, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/health.en.json';
import es from '../../messages/health.es.json';

const TEXTS = { en, es };

export const HealthTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
