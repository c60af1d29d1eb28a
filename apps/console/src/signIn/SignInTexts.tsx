/** The texts of the sign-in page, which come with its code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../intl/WithTexts.tsx';
import en from '../messages/signIn.en.json';
import es from '../messages/signIn.es.json';

const TEXTS = { en, es };

export const SignInTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
