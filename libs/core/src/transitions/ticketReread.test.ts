/**
 * What CJA's ticket says is read until it is recorded, and again afterwards
 * (docs/reference/run.md, rule 6; ST-08).
 */
import { describe, expect, it } from 'vitest';
import { describeAnomaly, describeEvent, ticketText } from '@keyway/messages';
import { CONNECTED, DrivenRun, OPERATOR, type World } from '../../testing/drivenRun.ts';
import { goodFacts, goodVault } from '../../testing/goodFacts.ts';
import { entryData } from '../entryData.ts';
import { expectedEffects } from '../expectedEffects.ts';
import { isTicketReady } from '../isTicketReady.ts';

const closed: World = (track, step) => {
  if (track !== 'CJA' || step !== 'NETWORK') return goodFacts(track, step);
  const networkAcls = {
    bypass: 'None',
    defaultAction: 'Deny',
    ipRules: [],
    virtualNetworkRules: [],
  };
  return { step, vault: { outcome: 'seen', value: { ...goodVault('CJA'), networkAcls } } };
};
const unreadable = (kind: 'unavailable' | 'denied'): World => {
  const failure = {
    kind,
    message: 'their message',
    status: kind === 'denied' ? 403 : 503,
    code: null,
    permission: null,
    retryAfterSeconds: null,
  };
  return (track, step) =>
    step === 'NETWORK'
      ? { step, vault: { outcome: 'unreadable', failure } }
      : goodFacts(track, step);
};
const approved = (): DrivenRun => new DrivenRun().prepare().approve('CJA').observe();
const ticket = { caseNumber: 'E-1', openedAt: null, url: null };

describe('while CJA is approved and its ticket is not recorded', () => {
  it('what changes at any time is known within minutes: the approval is void and the text a draft', () => {
    const driven = approved();
    expect(ticketText(driven.run, 'en', driven.now)).not.toMatch(/^DRAFT/);
    for (let hours = 0; hours < 24; hours += 1) driven.wait(3600).observe();
    expect(isTicketReady(driven.run, driven.now)).toBe(true);
    driven.world = closed;
    driven.wait(301).observe();
    expect(driven.status('CJA', 'NETWORK')).toBe('BLOCKED');
    expect(driven.run.tracks.CJA.approval?.status).toBe('void');
    expect(isTicketReady(driven.run, driven.now)).toBe(false);
    expect(ticketText(driven.run, 'en', driven.now)).toMatch(/^DRAFT/);
    expect(driven.apply('ticketRecorded', ticket)?.code).toBe('APPROVAL_VOID');
  });

  it('without an approval a step that is done is read seldom', () => {
    const driven = new DrivenRun().prepare();
    driven.world = closed;
    driven.wait(301).observe();
    expect(driven.status('CJA', 'NETWORK')).toBe('DONE');
  });
});

describe('once the ticket is recorded', () => {
  it('everything is read again, and what blocks now is one anomaly and changes no step', () => {
    const driven = approved();
    driven.world = closed;
    driven.must('ticketRecorded', ticket);
    expect(driven.effects.get('reread:CJA')?.data).toMatchObject({ purpose: 'ticketRecorded' });
    const { steps } = driven.run.tracks.CJA;
    driven.observe();
    expect(driven.run.tracks.CJA.steps).toEqual(steps);
    expect(driven.run.anomalies).toMatchObject([
      {
        track: 'CJA',
        step: 'TICKET',
        code: 'blockedAfterTicket',
        checks: [{ check: 'networkAdmitsAdobe' }],
      },
    ]);
    const [anomaly] = driven.run.anomalies;
    expect(describeAnomaly(anomaly!, 'en')).toMatch(
      /^The facts were read again after the case was recorded, and this no longer holds: “.+”: .+\. Correct it/,
    );
    expect(describeAnomaly(anomaly!, 'es')).toMatch(
      /^Se volvió a leer todo después de registrar el caso y esto ya no se cumple: «.+»: .+\. Corríjalo/,
    );
    const read = driven.events.at(-1)!;
    expect(describeEvent(read.kind, entryData(read, driven.run, null), 'en')).toMatch(
      /^CJA: read all facts again after the case was recorded: blocked: /,
    );
    const facts = [closed('CJA', 'NETWORK')];
    for (const purpose of ['ticket', 'ticketRecorded'] as const)
      driven.must('trackReread', { track: 'CJA', purpose, facts, attempt: 0, timeScale: 1 });
    expect(driven.run.anomalies).toHaveLength(1);
    expect(expectedEffects(driven.run).map(({ jobKey }) => jobKey)).not.toContain('reread:CJA');
  });

  it('a reading from before that ends late is not taken for the one afterwards', () => {
    const driven = approved().must('ticketRecorded', ticket);
    driven.must('trackReread', {
      track: 'CJA',
      purpose: 'ticket',
      facts: [goodFacts('CJA', 'NETWORK')],
      attempt: 0,
      timeScale: 1,
    });
    expect(expectedEffects(driven.run).map(({ jobKey }) => jobKey)).toContain('reread:CJA');
  });

  it.each<[string, World]>([
    ['all holds', goodFacts],
    ['could not be read', unreadable('denied')],
  ])('what %s is no anomaly', (_what, world) => {
    const driven = approved();
    driven.world = world;
    driven.must('ticketRecorded', ticket).observe();
    expect(driven.run.anomalies).toEqual([]);
    expect(driven.run.tracks.CJA.ticketReread).toBe('done');
  });

  it('a cloud that is down is asked again', () => {
    const driven = approved();
    driven.world = unreadable('unavailable');
    driven.must('ticketRecorded', ticket).observe();
    driven.world = closed;
    driven.wait(300).observe();
    expect(driven.run.anomalies).toHaveLength(1);
  });

  it('without a credential nothing is read until there is one again', () => {
    const driven = approved();
    driven.world = closed;
    driven
      .must('ticketRecorded', ticket)
      .must('connectionsChanged', { connections: { ...CONNECTED, azure: null } });
    expect(driven.effects.has('reread:CJA')).toBe(false);
    driven.must('trackReread', {
      track: 'CJA',
      purpose: 'ticketRecorded',
      facts: [closed('CJA', 'NETWORK')],
      attempt: 0,
      timeScale: 1,
    });
    expect(driven.run.anomalies).toEqual([]);
    driven.must('connectionsChanged', { connections: CONNECTED }).observe();
    expect(driven.run.anomalies).toHaveLength(1);
  });

  it('where every step was attested there is nothing to read', () => {
    const driven = new DrivenRun({ connections: { adobe: null, azure: null } });
    driven.must(
      'stepAttested',
      { track: 'CJA', step: 'ENTITLEMENT', statement: 'seen', reference: null },
      OPERATOR,
    );
    driven.must('keyProvided', {
      track: 'CJA',
      keyIdentifier: `${goodVault('CJA').vaultUri}/keys/ajo-cmk/02cee357ad5d4c72b2b04881fdffd626`,
      vaultResourceId: null,
    });
    for (const step of ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'] as const)
      driven.must('stepAttested', { track: 'CJA', step, statement: 'seen', reference: null });
    driven.approve('CJA').must('ticketRecorded', ticket);
    expect(driven.effects.has('reread:CJA')).toBe(false);
  });
});

describe('the confirmation of CJA', () => {
  const confirm = (driven: DrivenRun, confirmedAt: string) =>
    driven.apply('cjaConfirmed', { confirmedBy: 'Customer Care', confirmedAt, text: 'Done.' });

  it('is not before its case, and may be at the same time', () => {
    const driven = approved();
    const openedAt = driven.now;
    driven.wait(3600).must('ticketRecorded', { ...ticket, openedAt });
    const before = new Date(Date.parse(openedAt) - 1).toISOString();
    expect(confirm(driven, before)).toMatchObject({
      reason: 'confirmationBeforeCase',
      values: { openedAt },
      field: ['confirmedAt'],
    });
    expect(confirm(driven, openedAt)).toBeNull();
  });
});
