import { describe, expect, it } from 'vitest';
import { listRegions } from './organizationChoices.ts';
import {
  countImsDigits,
  validateImsOrgId,
  validateName,
  validateTenantId,
} from './organizationInput.ts';

describe('validateImsOrgId', () => {
  it.each([
    ['0123456789ABCDEF01234567@AdobeOrg', null],
    ['  0123456789ABCDEF01234567@AdobeOrg ', null],
    ['', 'required'],
    ['0123456789ABCDEF01234567', 'imsOrgIdSuffix'],
    ['0123456789ABCDEF0123456@AdobeOrg', 'imsOrgId'],
    ['0123456789ABCDEG01234567@AdobeOrg', 'imsOrgId'],
    ['0123456789ABCDEF01234567@TechAcct', 'imsOrgId'],
  ])('of %j is %s (GL-09)', (value, problem) => {
    expect(validateImsOrgId(value)).toBe(problem);
  });
});

describe('the other fields', () => {
  it('are evaluated as the server does', () => {
    expect(validateName('  ')).toBe('required');
    expect(validateName('x'.repeat(201))).toBe('tooLong');
    expect(validateName('Contoso')).toBeNull();
    expect(validateTenantId('')).toBeNull();
    expect(validateTenantId('11111111-1111-4111-8111-111111111111')).toBeNull();
    expect(validateTenantId('contoso.onmicrosoft.com')).toBe('guid');
    expect(countImsDigits(' 01AFx9')).toBe(4);
  });
  it('offer the regions of the cloud alone (AWS-01)', () => {
    expect(listRegions('AWS')).toEqual(['VA6']);
    expect(listRegions('AZURE')).not.toContain('VA6');
  });
});
