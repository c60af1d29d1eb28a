/** The texts of connections to AWS, which few visits need. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/aws.en.json';
import es from '../../messages/aws.es.json';

const TEXTS = { en, es };

export const AwsTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
