/**
 * Formats the name of an actor in the reader's language. The server stores it with its source in
 * English, such as `Ana Approver (console)`; an unknown source is part of the name.
 */
import type { IntlShape } from 'react-intl';

const WORKER = 'Keyway worker';
const FROM = {
  console: 'actor.from.console',
  'API token': 'actor.from.token',
  'bootstrap token': 'actor.from.bootstrap',
} as const;
const ENDING = / \((console|API token|bootstrap token)\)$/;

export function formatActor(actor: string, intl: Pick<IntlShape, 'formatMessage'>): string {
  if (actor === WORKER) return intl.formatMessage({ id: 'actor.worker' });
  const from = ENDING.exec(actor)?.[1] as keyof typeof FROM | undefined;
  if (!from) return actor;
  return `${actor.slice(0, -` (${from})`.length)} (${intl.formatMessage({ id: FROM[from] })})`;
}
