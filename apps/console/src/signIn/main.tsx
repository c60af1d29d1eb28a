/**
 * The entry point of the sign-in page, which has nothing of the console: it is what people see
 * first, and where nobody is signed in the api sends it at every address.
 */
import '@react-spectrum/s2/page.css';
import '../theme/fonts.css';
import '../theme/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fromBase, withoutBase } from '../routing/basePath.ts';
import { wantedPage } from './signInAddress.ts';
import { SignInApp } from './SignInApp.tsx';

const wanted = wantedPage(location);
// The page that was wanted stays in the address, also where it is loaded again.
if (withoutBase(location.pathname) !== '/sign-in')
  history.replaceState(
    null,
    '',
    fromBase(wanted === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(wanted ?? '')}`),
  );

const element = document.getElementById('root');
if (element) {
  createRoot(element).render(
    <StrictMode>
      <SignInApp />
    </StrictMode>,
  );
}
