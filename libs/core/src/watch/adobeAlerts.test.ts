import { describe, expect, it } from 'vitest';
import { adobeAlertEnds, adobeAlertName, isOfAdobe, isPurgeClass } from './adobeAlerts.ts';
import { ALERT_KINDS } from './alertsOf.ts';
import { HEALTHS } from './health.ts';

describe('alerts of Adobe', () => {
  it('end only once a person has acknowledged them and the key is seen to be usable', () => {
    const ending = HEALTHS.filter((health) => adobeAlertEnds({ isAcknowledged: true, health }));
    expect(ending).toEqual(['HEALTHY', 'NOT_WATCHED']);
    for (const health of [...HEALTHS, null])
      expect(adobeAlertEnds({ isAcknowledged: false, health })).toBe(false);
    expect(adobeAlertEnds({ isAcknowledged: true, health: null })).toBe(false);
  });

  it('are three kinds, of which one may end in a purge', () => {
    const kinds = ALERT_KINDS.filter(isOfAdobe);
    expect(kinds).toEqual(['KEY_ACCESS_DISABLED', 'KEY_ACCESS_FAILURE', 'ALERT_NOTIFICATION']);
    expect(kinds.filter(isPurgeClass)).toEqual(['KEY_ACCESS_DISABLED']);
    expect(new Set(kinds.map((kind) => adobeAlertName(kind, 'e'))).size).toBe(3);
  });
});
