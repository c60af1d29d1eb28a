/** The texts of the search and of the list of shortcuts, which come with this code. */
import type { ReactNode } from 'react';
import { WithTexts } from '../intl/WithTexts.tsx';
import settingsEn from '../messages/settings.en.json';
import settingsEs from '../messages/settings.es.json';
import en from '../messages/shortcuts.en.json';
import es from '../messages/shortcuts.es.json';

// The search names the sections of the settings too.
const TEXTS = { en: { ...en, ...settingsEn }, es: { ...es, ...settingsEs } };

export const ShortcutTexts = ({ children }: { children: ReactNode }) => (
  <WithTexts texts={TEXTS}>{children}</WithTexts>
);
