import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateImsOrgId, validateName, validateTenantId } from '../organizationInput.ts';
import { evaluateBody } from './bodyNamesSameOrganization.ts';
import { validateConfigurationName } from './configurationNameIsSafe.ts';

describe('configuration names (VAL-26)', () => {
  it.each([
    ['keyway-cmk', 'PASS'],
    ['Config1', 'WARN'],
    ['a b/c?d', 'WARN'],
    ['x'.repeat(65), 'WARN'],
    ['', 'BLOCK'],
    ['   ', 'BLOCK'],
    [' a', 'BLOCK'],
    ['a\n', 'BLOCK'],
    ['a\u0000b', 'BLOCK'],
    ['..', 'BLOCK'],
    ['\ud800', 'BLOCK'],
    ['x'.repeat(256), 'BLOCK'],
    ['a\u202eb', 'BLOCK'],
    ['a\u200bb', 'BLOCK'],
  ])('%j is %s', (name, verdict) => expect(validateConfigurationName(name).verdict).toBe(verdict));

  it('lets through only names that can be put into a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        if (validateConfigurationName(name).verdict === 'BLOCK') return;
        expect(decodeURIComponent(encodeURIComponent(name))).toBe(name);
      }),
    );
  });
});

describe('the body’s organization (VAL-27)', () => {
  it.each([
    ['{"imsOrgId":"A@AdobeOrg"}', 'PASS'],
    ['{"imsOrgId":"a@AdobeOrg"}', 'BLOCK'],
    ['{"imsOrgId":7}', 'BLOCK'],
    ['null', 'BLOCK'],
    ['{', 'BLOCK'],
  ])('%s is %s', (body, verdict) => expect(evaluateBody(body, 'A@AdobeOrg').verdict).toBe(verdict));
});

describe('IMS organization IDs (GL-09)', () => {
  it.each([
    ['0123456789ABCDEF01234567@AdobeOrg', '0123456789ABCDEF01234567@AdobeOrg'],
    [' 0123456789abcdef01234567@adobeorg\n', '0123456789ABCDEF01234567@AdobeOrg'],
  ])('takes %j', (text, value) => expect(validateImsOrgId(text)).toEqual({ ok: true, value }));
  it.each([
    ['', 'imsOrgIdMissing'],
    ['0123456789ABCDEF01234567', 'imsOrgIdWithoutAt'],
    ['0123456789ABCDEF0123456@AdobeOrg', 'imsOrgIdLength'],
    ['0123456789ABCDEF0123456G@AdobeOrg', 'imsOrgIdCharacters'],
    ['a@b@AdobeOrg', 'imsOrgIdWithoutAt'],
    ['0123456789ABCDEF01234567@Adobe', 'imsOrgIdSuffix'],
    ['0123456789ABCDEF01234567@techacct.adobe.com', 'imsOrgIdOfTechnicalAccount'],
  ])('refuses %j: %s', (text, reason) =>
    expect(validateImsOrgId(text)).toMatchObject({ ok: false, refusal: { reason } }),
  );
  it('counts the characters before the @', () => {
    expect(validateImsOrgId('ABC@AdobeOrg')).toMatchObject({ refusal: { values: { length: 3 } } });
  });
});

describe('tenants and names', () => {
  it('takes GUIDs in lower case and refuses domains', () => {
    expect(validateTenantId(' 11111111-2222-3333-4444-55555555555A ')).toEqual({
      ok: true,
      value: '11111111-2222-3333-4444-55555555555a',
    });
    expect(validateTenantId('contoso.onmicrosoft.com')).toMatchObject({
      ok: false,
      refusal: { reason: 'tenantIdIsDomain' },
    });
    expect(validateTenantId('')).toMatchObject({ ok: false });
  });
  it('takes names of 1 to 200 visible characters', () => {
    expect(validateName('  Contoso GmbH & Co. KG ')).toEqual({
      ok: true,
      value: 'Contoso GmbH & Co. KG',
    });
    expect(validateName('日'.repeat(200)).ok).toBe(true);
    expect(validateName('👩‍⚕️ نمی‌خواهم').ok).toBe(true);
    for (const bad of [
      '',
      '  ',
      'x'.repeat(201),
      'a\nb',
      'a\u202eb',
      '\ud800',
      '\u200b\u2060',
      '\u0301',
    ])
      expect(validateName(bad).ok).toBe(false);
    expect(validateName('M\ufffdnchen')).toMatchObject({
      ok: false,
      refusal: { reason: 'nameUnreadable' },
    });
  });
  it('never throws, whatever is given', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        for (const evaluate of [validateImsOrgId, validateTenantId, validateName])
          expect(typeof evaluate(given as string).ok).toBe('boolean');
      }),
    );
  });
});
