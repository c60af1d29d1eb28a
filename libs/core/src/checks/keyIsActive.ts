/** The key's activation date is absent or past (VAL-21). */
import { dateOfEpoch } from '../dateOfEpoch.ts';
import { subjectCheck } from '../catalog/defineCheck.ts';

export const keyIsActive = subjectCheck({
  step: 'KEY',
  order: 70,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-21', 'AEP-15', 'KEY-05', 'AL-04'],
  outcomes: { ok: 'PASS', noDate: 'PASS', notYet: 'BLOCK', notStated: 'UNKNOWN' },
  evaluate: (keyFacts, { key, now }) => {
    const values = { key: key?.key ?? null, date: dateOfEpoch(keyFacts.notBefore) };
    if (keyFacts.notBefore == null) return { outcome: 'noDate', values };
    if (values.date === null) return { outcome: 'notStated', values };
    return { outcome: Date.parse(values.date) > Date.parse(now) ? 'notYet' : 'ok', values };
  },
});
