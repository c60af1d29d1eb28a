/** Writes the console's copy of the server's names, so that api and console name things alike. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  CLOUDS,
  LOCALES,
  SHIELDS,
  STEP_IDS,
  TRACK_IDS,
  type ActionName,
  type Locale,
} from '@keyway/core';
import { actionLabel, cloudTitle, shieldTitle, stepTitle, trackTitle } from '@keyway/messages';

/** Actions that the console names on buttons of its own. */
const ACTIONS: readonly ActionName[] = [
  'attestStep',
  'connectAdobe',
  'approve',
  'refuse',
  'submitConfiguration',
  'requestApproval',
  'overrideCheck',
  'recordTicket',
  'confirmCja',
  'retryStep',
  'verify',
  'cancelRun',
];

const textOf = (locale: Locale): string => {
  const label = (mutation: ActionName): string => actionLabel({ mutation, movesRun: true }, locale);
  const names = Object.fromEntries([
    ...STEP_IDS.map((step) => [`step.${step}`, stepTitle(step, locale)]),
    ...TRACK_IDS.map((track) => [`track.${track}`, trackTitle(track, locale)]),
    ...CLOUDS.map((cloud) => [`cloud.${cloud}`, cloudTitle(cloud, locale)]),
    ...SHIELDS.map((shield) => [`shield.${shield}`, shieldTitle(shield, locale)]),
    ...ACTIONS.map((action) => [`action.${action}`, label(action)]),
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
