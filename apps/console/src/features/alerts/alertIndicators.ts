/** The indicator of an alert, and of where it stands. */
import type { AlertStatus } from '../../generated/enums.ts';
import type { Indicator } from '../../status/indicators.ts';
import type { AlertView } from './alertDocuments.ts';

export function toAlertIndicator({ purgeClass, kind, health }: AlertView): Indicator {
  if (purgeClass) return { shape: 'octagon', tone: 'negative' };
  if (health === 'CUT_OFF' || kind === 'KEY_ACCESS_FAILURE')
    return { shape: 'cross', tone: 'negative' };
  if (health === 'UNREACHABLE' || kind === 'ALERT_NOTIFICATION')
    return { shape: 'question', tone: 'notice' };
  return kind === 'KEY_ROTATED'
    ? { shape: 'circle', tone: 'accent' }
    : { shape: 'warning', tone: 'notice' };
}

const STATUS_INDICATORS: Readonly<Record<AlertStatus, Indicator>> = {
  OPEN: { shape: 'circle', tone: 'negative' },
  ACKNOWLEDGED: { shape: 'person', tone: 'notice' },
  RESOLVED: { shape: 'check', tone: 'positive' },
};

/** An open alert is red only where something is wrong: a rotation is good news. */
export const toAlertStatusIndicator = ({ kind, status }: AlertView): Indicator =>
  kind === 'KEY_ROTATED' && status === 'OPEN'
    ? { shape: 'circle', tone: 'accent' }
    : STATUS_INDICATORS[status];
