/** The texts of saved views, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/views.en.json';
import es from '../../messages/views.es.json';

const TEXTS = { en, es };

export const ViewTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
