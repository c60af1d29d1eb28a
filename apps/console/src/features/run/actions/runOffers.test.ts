import { describe, expect, it } from 'vitest';
import { aStep, aTrack } from '../../../fixtures/aRun.ts';
import type { ActionView } from '../data/runFields.ts';
import { actionTarget } from './actionTarget.ts';
import { findNextOffer, findOnwardOffer, findTrackOffer, type Offer } from './runOffers.ts';

const offer = (mutation: string, of: Partial<ActionView> = {}): Offer => {
  const action = { mutation, label: mutation, reason: '', movesRun: true, ...of } as ActionView;
  return { action, target: actionTarget(action, { id: 'run', organization: { id: 'o' } })! };
};
const onKey = { track: 'AEP', step: 'KEY' } as const;

describe('what is next on a track', () => {
  it('is the first that the run waits for, of that track alone', () => {
    const offers = [
      offer('approve', { track: 'CJA', step: 'APPROVAL' }),
      offer('provideKey', onKey),
    ];
    expect(findNextOffer(offers, 'AEP')).toBe(offers[1]);
    expect(findNextOffer(offers, 'CJA')).toBe(offers[0]);
    expect(findNextOffer(offers, null)).toBeNull();
  });

  it('is checking again before attesting what can be checked', () => {
    const attest = offer('attestStep', onKey);
    const verify = offer('verify', { ...onKey, movesRun: false });
    expect(findNextOffer([attest, verify], 'AEP')).toBe(verify);
    const other = offer('verify', { ...onKey, step: 'POLICY', movesRun: false });
    expect(findNextOffer([attest, other], 'AEP')).toBe(attest);
  });

  it('is never a correction or a cancellation, even alone', () => {
    const change = offer('provideKey', { ...onKey, movesRun: false });
    const cancel = offer('cancelRun', { track: null, step: null, movesRun: false });
    expect(findNextOffer([change, cancel], 'AEP')).toBeNull();
    expect(findNextOffer([change, cancel], null)).toBeNull();
  });
});

describe('the button beside the step that a track is at', () => {
  const provide = offer('provideKey', onKey);
  const attestVault = offer('attestStep', { track: 'AEP', step: 'VAULT' });
  const attestApp = offer('attestStep', { track: 'AEP', step: 'APP_REGISTRATION' });
  const atVault = aTrack('AEP', {
    steps: [aStep('VAULT', 'READY'), aStep('KEY', 'LOCKED'), aStep('APP_REGISTRATION', 'READY')],
  });

  it('does what that step asks for, whatever is offered before it', () => {
    expect(findTrackOffer([attestApp, provide, attestVault], atVault)).toBe(provide);
    expect(findTrackOffer([attestApp, attestVault], atVault)).toBe(attestVault);
  });

  it('does what else is next, where nothing is offered there', () => {
    expect(findTrackOffer([attestApp], atVault)).toBe(attestApp);
    expect(findTrackOffer([], atVault)).toBeNull();
  });
});

describe('where a run continues', () => {
  const submit = offer('submitConfiguration', { track: 'AEP', step: 'SUBMISSION' });
  const ticket = offer('recordTicket', { track: 'CJA', step: 'TICKET' });

  it('is the other track, once nothing is left to do on the page', () => {
    expect(findOnwardOffer([submit, ticket], '/runs/run/submit')).toBeNull();
    expect(findOnwardOffer([ticket], '/runs/run/submit')).toBe(ticket);
    expect(findOnwardOffer([ticket], '/runs/run/ticket')).toBeNull();
  });

  it('is nowhere where the run waits for somebody else', () => {
    const cancel = offer('cancelRun', { track: null, step: null, movesRun: false });
    const verify = offer('verify', { track: 'CJA', step: 'KEY', movesRun: false });
    expect(findOnwardOffer([cancel, verify], '/runs/run/submit')).toBeNull();
  });
});
