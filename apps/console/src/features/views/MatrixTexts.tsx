/** The texts of the tools of the matrix and of the tasks, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/matrix.en.json';
import es from '../../messages/matrix.es.json';

const TEXTS = { en, es };

export const MatrixTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
