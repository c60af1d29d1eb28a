/** The texts of the search and of the list of shortcuts, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../intl/WithTexts.tsx';
import en from '../messages/shortcuts.en.json';
import es from '../messages/shortcuts.es.json';

const TEXTS = { en, es };

export const ShortcutTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
