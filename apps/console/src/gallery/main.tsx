/**
 * The gallery: components and pages in their states, without a server; not shipped. `?state=` shows
 * one state, `?locale=es` and `?theme=dark` change its appearance.
 */
import '@react-spectrum/s2/page.css';
import '../theme/fonts.css';
import '../theme/page.css';
import { createRoot } from 'react-dom/client';
import { storeLocale } from '../intl/locale.ts';
import { setTheme, THEMES } from '../theme/theme.ts';
import { Gallery } from './Gallery.tsx';
import { HAND_OFF_STATES } from './handOffStates.tsx';
import { PageState } from './PageState.tsx';
import { PAGE_STATES } from './pageStates.ts';

const search = new URLSearchParams(location.search);
const state = search.get('state') ?? '';
storeLocale(search.get('locale') === 'es' ? 'es' : 'en');
setTheme(THEMES.find((theme) => theme === search.get('theme')) ?? 'light');

const element = document.getElementById('root');
const page = PAGE_STATES[state];
const HandOff = HAND_OFF_STATES[state];
if (element)
  createRoot(element).render(
    page ? <PageState {...page} /> : HandOff ? <HandOff /> : <Gallery dialog={state} />,
  );
