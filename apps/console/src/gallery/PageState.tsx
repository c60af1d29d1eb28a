/** A whole page at an address, with a server in memory. */
import { createMemoryHistory } from '@tanstack/react-router';
import { useState } from 'react';
import { App } from '../App.tsx';
import { clientOf } from '../apollo/clientOf.ts';
import { AnsweringLink } from '../fixtures/AnsweringLink.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import { shellAnswers } from '../fixtures/shellAnswers.ts';
import { createConsoleRouter } from '../routes.tsx';

export interface PageStateProps {
  path: string;
  answers: Answers;
}

export function PageState({ path, answers }: PageStateProps) {
  const [link] = useState(() => new AnsweringLink({ ...shellAnswers('OWNER'), ...answers }));
  const [client] = useState(() => clientOf(link));
  const [router] = useState(() =>
    createConsoleRouter(createMemoryHistory({ initialEntries: [path] })),
  );
  return <App client={client} router={router} />;
}
