/** The texts of the page of a run that no other page needs. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/runPage.en.json';
import es from '../../messages/runPage.es.json';

const TEXTS = { en, es };

export const RunPageTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
