/** The texts of the inbox, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/inbox.en.json';
import es from '../../messages/inbox.es.json';

const TEXTS = { en, es };

export const InboxTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
