/** The texts of a set-up by Keyway, which few visits need. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../../intl/WithTexts.tsx';
import en from '../../../messages/setup.en.json';
import es from '../../../messages/setup.es.json';

const TEXTS = { en, es };

export const SetupTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
