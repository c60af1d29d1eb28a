import { describe, expect, it } from 'vitest';
import { actionTarget, taskHref, findResolvingPage } from './actionTarget.ts';

const run = { id: 'run/1=', organization: { id: 'org 1' } };
const target = (
  mutation: string,
  track: 'AEP' | 'CJA' | null = 'AEP',
  step: 'VAULT' | null = 'VAULT',
) => actionTarget({ mutation, track, step }, run);

describe('actionTarget', () => {
  it.each([
    ['approve', '/runs/run%2F1%3D/approval/AEP'],
    ['refuse', '/runs/run%2F1%3D/approval/AEP'],
    ['requestApproval', '/runs/run%2F1%3D/approval/AEP'],
    ['submitConfiguration', '/runs/run%2F1%3D/submit'],
    ['recordTicket', '/runs/run%2F1%3D/ticket'],
    ['confirmCja', '/runs/run%2F1%3D/ticket'],
    ['connectAzure', '/organizations/org%201'],
    ['connectAdobe', '/organizations/org%201'],
  ])('%s is done on the page %s', (mutation, href) => {
    expect(target(mutation)).toEqual({ kind: 'page', href });
  });

  it('asks for a reason, a statement or a key in a dialog', () => {
    expect(target('attestStep', 'CJA')).toEqual({
      kind: 'dialog',
      request: { kind: 'attest', track: 'CJA', step: 'VAULT' },
    });
    expect(target('overrideCheck')).toEqual({
      kind: 'dialog',
      request: { kind: 'override', track: 'AEP' },
    });
    expect(target('provideKey', 'CJA')).toEqual({
      kind: 'dialog',
      request: { kind: 'provideKey', track: 'CJA' },
    });
    expect(target('provideKeyPolicy')).toEqual({
      kind: 'dialog',
      request: { kind: 'provideKeyPolicy', track: 'AEP' },
    });
    expect(target('withdrawApproval', 'CJA')).toEqual({
      kind: 'dialog',
      request: { kind: 'withdraw', track: 'CJA' },
    });
    expect(target('cancelRun', null, null)).toEqual({
      kind: 'dialog',
      request: { kind: 'cancel' },
    });
  });

  it('does what needs nothing more at once', () => {
    expect(target('verify')).toEqual({
      kind: 'now',
      mutation: 'verify',
      track: 'AEP',
      step: 'VAULT',
    });
    expect(target('retryStep', 'CJA')).toEqual({
      kind: 'now',
      mutation: 'retryStep',
      track: 'CJA',
      step: 'VAULT',
    });
  });

  it('offers nothing for a mutation it does not know, nor for one without its track', () => {
    expect(target('rotateKey')).toBeNull();
    expect(target('approve', null)).toBeNull();
    expect(target('verify', 'AEP', null)).toBeNull();
  });
});

describe('taskHref', () => {
  it.each([
    ['approve', '/runs/run%2F1%3D/approval/AEP'],
    ['connectAzure', '/organizations/org%201'],
    ['provideKey', '/runs/run%2F1%3D#step-AEP-VAULT'],
    ['verify', '/runs/run%2F1%3D#step-AEP-VAULT'],
    ['rotateKey', '/runs/run%2F1%3D#step-AEP-VAULT'],
  ])('%s is done at %s', (mutation, href) => {
    expect(taskHref({ mutation, track: 'AEP', step: 'VAULT' }, run)).toBe(href);
  });

  it('is the run where the action is of no step', () => {
    expect(taskHref({ mutation: 'cancelRun', track: null, step: null }, run)).toBe(
      '/runs/run%2F1%3D',
    );
  });
});

describe('findResolvingPage', () => {
  it('leads from a refusal to the page where it can be resolved', () => {
    expect(findResolvingPage('APPROVAL_VOID', run, 'CJA')).toEqual({
      at: 'approval',
      href: '/runs/run%2F1%3D/approval/CJA',
    });
    expect(findResolvingPage('CLOUD_NOT_CONNECTED', run, 'AEP')).toEqual({
      at: 'connections',
      href: '/organizations/org%201',
    });
    expect(findResolvingPage('CHECKS_NOT_GREEN', run, 'AEP')).toEqual({
      at: 'run',
      href: '/runs/run%2F1%3D',
    });
  });

  it('leads nowhere where only the input was wrong', () => {
    expect(findResolvingPage('CONFIRMATION_MISMATCH', run, 'AEP')).toBeNull();
  });
});
