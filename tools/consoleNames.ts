/** Writes the console's names of steps and tracks, so that api and console name them alike. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LOCALES, STEP_IDS, TRACK_IDS, type Locale } from '@keyway/core';
import { stepTitle, trackTitle } from '@keyway/messages';

const textOf = (locale: Locale): string => {
  const names = Object.fromEntries([
    ...STEP_IDS.map((step) => [`step.${step}`, stepTitle(step, locale)]),
    ...TRACK_IDS.map((track) => [`track.${track}`, trackTitle(track, locale)]),
  ]);
  return `${JSON.stringify(names, null, 2)}\n`;
};

const pathOf = (locale: Locale): string =>
  fileURLToPath(new URL(`../apps/console/src/messages/names.${locale}.json`, import.meta.url));

/** Contents by absolute path. */
export const consoleNames = (): Map<string, string> =>
  new Map(LOCALES.map((locale) => [pathOf(locale), textOf(locale)] as const));

/** Writes the names and returns their paths. */
export function writeConsoleNames(): string[] {
  const files = consoleNames();
  for (const [path, text] of files) writeFileSync(path, text);
  return [...files.keys()];
}
