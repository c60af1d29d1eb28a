/** The key does not expire, or a rotation policy renews it in time (VAL-22, ROT-06). */
import { dateOfEpoch } from '../dateOfEpoch.ts';
import { subjectCheck } from '../catalog/defineCheck.ts';

/**
 * Keyway's choice. Azure unwraps with an expired key too, but Adobe counts expiry among the causes
 * of its purge-class alert (KEY-05, GAP-07).
 */
const EXPIRES_SOON_SECONDS = 30 * 24 * 3600;

export const keyIsNotExpiring = subjectCheck({
  step: 'KEY',
  order: 80,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-22', 'AEP-15', 'ROT-06', 'KEY-05', 'AL-04', 'GAP-07'],
  outcomes: {
    noDate: 'PASS',
    rotates: 'PASS',
    soon: 'WARN',
    noRotation: 'WARN',
    rotationNotRead: 'WARN',
    expired: 'BLOCK',
    notStated: 'UNKNOWN',
  },
  evaluate: (keyFacts, { key, now }) => {
    const values = { key: key?.key ?? null, date: dateOfEpoch(keyFacts.expires) };
    if (keyFacts.expires == null) return { outcome: 'noDate', values };
    if (values.date === null) return { outcome: 'notStated', values };
    const secondsLeft = (Date.parse(values.date) - Date.parse(now)) / 1000;
    if (secondsLeft <= 0) return { outcome: 'expired', values };
    if (secondsLeft <= EXPIRES_SOON_SECONDS) return { outcome: 'soon', values };
    const actions = keyFacts.rotationActions;
    if (actions === null) return { outcome: 'rotationNotRead', values };
    return {
      outcome: actions.some((action) => action.toLowerCase() === 'rotate')
        ? 'rotates'
        : 'noRotation',
      values,
    };
  },
});
