/**
 * The entry point of a hand-off's page, which works without an account and has nothing of the
 * console's shell.
 */
import '@react-spectrum/s2/page.css';
import '../theme/fonts.css';
import '../theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createHandOffClient, readToken } from './handOffClient.ts';
import { HandOffApp } from './HandOffApp.tsx';
import { withoutBase } from '../routing/basePath.ts';

const token = readToken(withoutBase(location.pathname));
const client = token === null ? null : createHandOffClient(token);

const element = document.getElementById('root');
if (element) {
  createRoot(element).render(
    <StrictMode>
      <HandOffApp client={client} />
    </StrictMode>,
  );
}
