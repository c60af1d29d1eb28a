import { describe, expect, it } from 'vitest';
import { DrivenRun, goodFacts, goodKey, goodVault, keyIdentifier } from '@keyway/core/testing';
import { isTicketReady, LOCALES, type StepFacts } from '@keyway/core';
import { ticketText } from './ticketText.ts';

describe('ticketText (CJA-11)', () => {
  it.each(LOCALES)('names both addresses and everything Customer Care needs, in %s', (locale) => {
    const { run, now } = new DrivenRun().prepare().approve('CJA');
    const text = ticketText(run, locale, now)!;
    const lines = text.split('\n').map((line) => line.split(': ').at(-1));
    for (const value of [
      keyIdentifier('CJA'),
      'https://contoso-cja.vault.azure.net', // GAP-05
      '0123456789ABCDEF01234567@AdobeOrg',
      'Contoso',
      '11111111-2222-3333-4444-555555555555',
      '251e3919-1940-4296-bb8b-6b9a5e8a4805',
      'VA7',
    ]) {
      expect(lines).toContain(value);
    }
    expect(text).toMatch(/Journey Optimizer/);
    expect(text).not.toContain('contoso-cmk');
  });

  it('says so where something is not known yet', () => {
    const { run, now } = new DrivenRun();
    expect(ticketText(run, 'en', now)).toContain('Azure URI (vault): not known yet');
  });

  const noPurge: StepFacts = {
    step: 'VAULT',
    vault: {
      outcome: 'seen',
      value: { ...goodVault('CJA'), enablePurgeProtection: null, tenantId: null },
    },
    deletedVault: null,
    otherOrganizations: 0,
  };

  it('claims nothing that is neither verified nor attested, and is a draft until the track may be submitted', () => {
    const driven = new DrivenRun();
    driven.world = (track, step) =>
      track === 'CJA' && step === 'VAULT' ? noPurge : goodFacts(track, step);
    driven.prepare();
    const { run, now } = driven;
    expect(driven.status('CJA', 'VAULT')).toBe('BLOCKED');
    const text = ticketText(run, 'en', now)!;
    expect(isTicketReady(run, now)).toBe(false);
    expect(text).toMatch(
      /^DRAFT\. Not ready to be sent\. Open: Vault, Network, Key, Consent, Role, and Approval\.\n/,
    );
    expect(text).toMatch(/^- Consent to .*: open$/m);
    expect(text).toMatch(/^- Role .*: open$/m);
    expect(text).toMatch(
      /^- Entitlement .*: attested by Omar Operator \(console\) on 2026-11-24 00:00 UTC, not verified$/m,
    );
    expect(text).not.toContain('verified in Azure');
    expect(ticketText(run, 'es', now)).toMatch(/^BORRADOR\. No está listo/);
  });

  it('is ready with the approval, says per item what was verified, and stays so once the case is recorded', () => {
    const driven = new DrivenRun().prepare();
    expect(isTicketReady(driven.run, driven.now)).toBe(false);
    expect(ticketText(driven.run, 'en', driven.now)).toMatch(/^DRAFT\..*Open: Approval\./);
    driven.approve('CJA');
    const text = ticketText(driven.run, 'en', driven.now)!;
    expect(isTicketReady(driven.run, driven.now)).toBe(true);
    expect(text).toMatch(/^Subject: /);
    for (const item of ['Vault used', 'Firewall', 'RSA key', 'Consent to', 'Role '])
      expect(text).toMatch(
        new RegExp(`^- ${item}.*: verified in Azure on 2026-11-24 00:0\\d UTC$`, 'm'),
      );
    expect(text).not.toContain(': open');
    // An approval that ran out carries no ticket.
    expect(isTicketReady(driven.run, '2027-11-24T00:00:00.000Z')).toBe(false);
    driven.confirmCja();
    expect(isTicketReady(driven.run, '2027-11-24T00:00:00.000Z')).toBe(true);
  });

  it('says until when an approval can’t be used, rather than that there is none', () => {
    const policy = { coolingOffSeconds: 3600 };
    const driven = new DrivenRun({ policy }).prepare().approve('CJA');
    const text = ticketText(driven.run, 'en', driven.now);
    expect(text).toMatch(/^DRAFT\. Not ready to be sent: the approval can be used from 2026-/);
    expect(ticketText(driven.run, 'es', driven.now)).toMatch(/^BORRADOR\. .* a partir del 2026-/);
    driven.wait(3600);
    expect(ticketText(driven.run, 'en', driven.now)).toMatch(/^Subject: /);
  });

  it('names each finding that was accepted, so that nothing else is claimed to be verified', () => {
    const driven = new DrivenRun();
    driven.world = (track, step) => {
      if (track !== 'CJA') return goodFacts(track, step);
      if (step === 'KEY')
        return {
          step,
          key: { outcome: 'seen', value: { ...goodKey('CJA'), bits: 2048 } },
          deletedKey: null,
        };
      if (step !== 'VAULT') return goodFacts(track, step);
      const value = { ...goodVault('CJA'), enablePurgeProtection: null };
      return { step, vault: { outcome: 'seen', value }, deletedVault: null, otherOrganizations: 0 };
    };
    driven.prepare();
    for (const check of ['vaultHasPurgeProtection', 'keyIsLongEnough'] as const) {
      driven.must('checkOverridden', { track: 'CJA', check, reason: 'Agreed' }).observe();
    }
    const text = ticketText(driven.approve('CJA').run, 'en', driven.now)!;
    expect(text).toMatch(
      /^- Vault .*: verified in Azure on 2026-11-24 00:0\d UTC, except for\n {2}- Purge protection is off \(expected: enablePurgeProtection is true; accepted with a reason\)$/m,
    );
    expect(text).toMatch(/^- RSA key .*, except for\n {2}- 2048 bits \(expected: .*\)$/m);
    expect(text).toMatch(/^- Consent to .*: verified in Azure on 2026-11-24 00:0\d UTC$/m);
    expect(ticketText(driven.run, 'es', driven.now)).toMatch(/, excepto\n {2}- .*\(se espera: /);
  });

  it('says who attested what could not be read', () => {
    const driven = new DrivenRun({ connections: { adobe: null, azure: null } }).prepare(['CJA']);
    for (const step of ['VAULT', 'CONSENT', 'ROLE'] as const)
      driven.must(
        'stepAttested',
        { track: 'CJA', step, statement: 'done', reference: null },
        { principal: 'm', name: 'Ana {at}', origin: 'console' },
      );
    const text = ticketText(driven.run, 'es', driven.now)!;
    expect(text).toMatch(
      /^- Rol .*: declarado por Ana \{at\} \(consola\) el 2026-11-24 00:00 UTC, no verificado$/m,
    );
    expect(text).toMatch(/^- Clave .*: pendiente$/m);
    expect(text).not.toContain('verificado en Azure');
  });

  it('is none on AWS (CJA-14)', () => {
    const { run, now } = new DrivenRun({
      organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
    });
    expect(ticketText(run, 'en', now)).toBeNull();
  });
});
