/** The texts of the glossary, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/glossary.en.json';
import es from '../../messages/glossary.es.json';

const TEXTS = { en, es };

export const GlossaryTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
