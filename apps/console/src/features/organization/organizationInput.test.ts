import { describe, expect, it } from 'vitest';
import { regionsOf } from './organizationChoices.ts';
import { imsDigits, imsOrgIdProblem, nameProblem, tenantProblem } from './organizationInput.ts';

describe('imsOrgIdProblem', () => {
  it.each([
    ['0123456789ABCDEF01234567@AdobeOrg', null],
    ['  0123456789ABCDEF01234567@AdobeOrg ', null],
    ['', 'required'],
    ['0123456789ABCDEF01234567', 'imsOrgIdSuffix'],
    ['0123456789ABCDEF0123456@AdobeOrg', 'imsOrgId'],
    ['0123456789ABCDEG01234567@AdobeOrg', 'imsOrgId'],
    ['0123456789ABCDEF01234567@TechAcct', 'imsOrgId'],
  ])('of %j is %s (GL-09)', (value, problem) => {
    expect(imsOrgIdProblem(value)).toBe(problem);
  });
});

describe('the other fields', () => {
  it('are evaluated as the server does', () => {
    expect(nameProblem('  ')).toBe('required');
    expect(nameProblem('x'.repeat(201))).toBe('tooLong');
    expect(nameProblem('Contoso')).toBeNull();
    expect(tenantProblem('')).toBeNull();
    expect(tenantProblem('11111111-1111-4111-8111-111111111111')).toBeNull();
    expect(tenantProblem('contoso.onmicrosoft.com')).toBe('guid');
    expect(imsDigits(' 01AFx9')).toBe(4);
  });
  it('offer the regions of the cloud alone (AWS-01)', () => {
    expect(regionsOf('AWS')).toEqual(['VA6']);
    expect(regionsOf('AZURE')).not.toContain('VA6');
  });
});
