/**
 * The gallery: every important component in its states, without a server. `?state=` shows one
 * state, `?locale=es` and `?theme=dark` change how. It is not part of what is shipped.
 */
import '@react-spectrum/s2/page.css';
import '../theme/fonts.css';
import '../theme/page.css';
import { createRoot } from 'react-dom/client';
import { storeLocale } from '../intl/locale.ts';
import { setTheme } from '../theme/theme.ts';
import { Gallery } from './Gallery.tsx';
import { PageState } from './PageState.tsx';
import { PAGE_STATES } from './pageStates.ts';

const search = new URLSearchParams(location.search);
const state = search.get('state') ?? '';
storeLocale(search.get('locale') === 'es' ? 'es' : 'en');
setTheme(search.get('theme') === 'dark' ? 'dark' : 'light');

const element = document.getElementById('root');
const page = PAGE_STATES[state];
if (element)
  createRoot(element).render(page ? <PageState {...page} /> : <Gallery dialog={state} />);
