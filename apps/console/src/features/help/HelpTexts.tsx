/** The texts of the help menu and of what is new, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/help.en.json';
import es from '../../messages/help.es.json';

const TEXTS = { en, es };

export const HelpTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
