import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fixtures from '../fixtures/domain-fixtures.json' with { type: 'json' };
import { CONNECTED, DrivenRun } from '../testing/drivenRun.ts';
import { aRegistration } from '../testing/exampleFacts.ts';
import { goodFacts, keyIdentifier } from '../testing/goodFacts.ts';
import { adminConsentUrl, consentUrlOf, otherTenantOf, pinConsentUrl } from './consentUrl.ts';
import { CJA_APPLICATION_ID } from './applicationId.ts';
import { tenantOf } from './knowledge.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';

describe('pinning (AEP-25, CON-01, CON-02)', () => {
  it.each(fixtures.consentUrlTenantRewrite)(
    '$rules',
    ({ tenant_id, input, client_id, expected }) => {
      expect(
        input === undefined
          ? adminConsentUrl(tenant_id, client_id!)
          : pinConsentUrl(input, tenant_id),
      ).toBe(expected);
    },
  );

  it('pins CJA’s documented URL (CJA-06, CJA-07, CJA-09)', () => {
    expect(fixtures.cjaApp.applicationId).toBe(CJA_APPLICATION_ID);
    const { run } = new DrivenRun().prepare();
    expect(consentUrlOf(run, 'CJA')).toBe(pinConsentUrl(fixtures.cjaApp.consentUrl, TENANT));
  });

  it.each([
    ['http://login.microsoftonline.com/common/x', TENANT],
    ['https://login.microsoftonline.com.evil.example/common/x', TENANT],
    ['https://login.microsoftonline.com', TENANT],
    ['https://login.microsoftonline.com//x', TENANT],
    ['https://login.microsoftonline.com/common/x', 'common'],
    ['https://login.microsoftonline.com/common/x', 'Organizations'],
    ['https://login.microsoftonline.com/common/x', 'a/b'],
    ['https://login.microsoftonline.com/common/x', 'a@b'],
    ['https://login.microsoftonline.com/common/x', ''],
  ])('refuses %s for %s', (url, tenant) => expect(pinConsentUrl(url, tenant)).toBeNull());

  it('never throws and never leaves Microsoft’s host', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (path, tenant) => {
        const pinned = pinConsentUrl(`https://login.microsoftonline.com/${path}`, tenant);
        if (pinned !== null)
          expect(pinned.startsWith(`https://login.microsoftonline.com/${tenant}/`)).toBe(true);
      }),
    );
  });
});

describe('the URL of AEP', () => {
  it('is shown pinned once the app registration held together', () => {
    const { run } = new DrivenRun().prepare();
    expect(consentUrlOf(run, 'AEP')).toBe(
      aRegistration().applicationRedirectUrl.replace('/common/', `/${TENANT}/`),
    );
  });

  it('is shown to nobody while it does not (VAL-32)', () => {
    const driven = new DrivenRun();
    const registration = aRegistration({ applicationId: '00000000-0000-0000-0000-000000000001' });
    driven.world = (track, step) =>
      step === 'APP_REGISTRATION'
        ? { step, registration: { outcome: 'seen', value: registration } }
        : goodFacts(track, step);
    driven.prepare();
    expect(driven.status('AEP', 'APP_REGISTRATION')).toBe('BLOCKED');
    expect(consentUrlOf(driven.run, 'AEP')).toBeNull();
  });

  it('is not there before anything is known', () => {
    expect(consentUrlOf(new DrivenRun().run, 'AEP')).toBeNull();
  });
});

describe('where Azure is not connected, the tenant that the vault states (AEP-25)', () => {
  const OTHER = '99999999-2222-3333-4444-555555555555';
  const provided = (
    { entered, connected = false }: { entered: string | null; connected?: boolean },
    vaultTenantId?: string,
  ) => {
    const driven = new DrivenRun({
      organization: { azureTenantId: entered },
      connections: connected ? CONNECTED : { adobe: null, azure: null },
    });
    for (const track of ['AEP', 'CJA'] as const)
      driven.must('stepAttested', {
        ...{ track, step: 'ENTITLEMENT', statement: 's', reference: null },
      });
    const key = {
      track: 'CJA',
      keyIdentifier: keyIdentifier('CJA'),
      vaultResourceId: null,
    } as const;
    return driven.must('keyProvided', { ...key, ...(vaultTenantId ? { vaultTenantId } : {}) }).run;
  };
  const tenantOfUrl = (run: ReturnType<typeof provided>) =>
    consentUrlOf(run, 'CJA')?.split('/')[3] ?? null;

  it('pins the URL where none was entered, and where it is the same', () => {
    expect(tenantOfUrl(provided({ entered: null }))).toBeNull();
    expect(tenantOfUrl(provided({ entered: null }, OTHER.toUpperCase()))).toBe(OTHER);
    expect(tenantOfUrl(provided({ entered: TENANT.toUpperCase() }, TENANT))).toBe(
      TENANT.toUpperCase(),
    );
  });

  it('shows no URL where it is another than was entered', () => {
    const run = provided({ entered: TENANT }, OTHER);
    expect(tenantOfUrl(run)).toBeNull();
    expect(otherTenantOf(run, 'CJA')).toBe(OTHER);
    expect(tenantOf(run, 'CJA')).toBe(TENANT);
  });

  it('takes nothing but a GUID from it, and a connection before it', () => {
    expect(tenantOfUrl(provided({ entered: null }, 'common'))).toBeNull();
    expect(tenantOfUrl(provided({ entered: null }, 'evil.example/x'))).toBeNull();
    const run = provided({ entered: null, connected: true }, OTHER);
    expect(tenantOfUrl(run)).toBe(TENANT);
    expect(otherTenantOf(run, 'CJA')).toBeNull();
  });
});
