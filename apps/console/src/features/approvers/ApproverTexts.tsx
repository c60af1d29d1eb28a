/** The texts about who can approve, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/approvers.en.json';
import es from '../../messages/approvers.es.json';

const TEXTS = { en, es };

export const ApproverTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
