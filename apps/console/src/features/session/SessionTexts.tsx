/** The texts of a session's end, which come with its code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/session.en.json';
import es from '../../messages/session.es.json';

const TEXTS = { en, es };

export const SessionTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
