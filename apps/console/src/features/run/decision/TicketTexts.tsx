/** The texts that only the page of the ticket has, which come with its code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../../../intl/WithTexts.tsx';
import en from '../../../messages/ticket.en.json';
import es from '../../../messages/ticket.es.json';

const TEXTS = { en, es };

export const TicketTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
