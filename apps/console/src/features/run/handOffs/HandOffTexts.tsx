/** The texts of making, listing and revoking hand-offs, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../../intl/WithTexts.tsx';
import en from '../../../messages/handOffs.en.json';
import es from '../../../messages/handOffs.es.json';

const TEXTS = { en, es };

export const HandOffTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
