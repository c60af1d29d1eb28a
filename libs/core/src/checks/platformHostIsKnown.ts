/** Adobe's Platform has a known host for the organization's region (VAL-28, REG-01 to REG-05). */
import { platformHostOf } from '../regions.ts';
import { contextCheck } from '../catalog/defineCheck.ts';

export const platformHostIsKnown = contextCheck({
  step: 'APP_REGISTRATION',
  order: 10,
  tracks: ['AEP'],
  overridableOn: [],
  rules: ['VAL-28', 'REG-01', 'REG-02', 'REG-03', 'REG-04', 'REG-05', 'REG-09'],
  outcomes: { ok: 'PASS', unconfirmed: 'WARN', noHost: 'BLOCK' },
  evaluate: (_facts, { organization }) => {
    const { host, verdict } = platformHostOf(organization.region);
    const values = { region: organization.region, host };
    if (verdict === 'BLOCK') return { outcome: 'noHost', values };
    return { outcome: verdict === 'WARN' ? 'unconfirmed' : 'ok', values };
  },
});
