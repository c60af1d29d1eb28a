/** The texts of alerts, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/alerts.en.json';
import es from '../../messages/alerts.es.json';

const TEXTS = { en, es };

export const AlertTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
