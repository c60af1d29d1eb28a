/** The texts of the form that submits, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../../intl/WithTexts.tsx';
import en from '../../../messages/submit.en.json';
import es from '../../../messages/submit.es.json';

const TEXTS = { en, es };

export const SubmitTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
