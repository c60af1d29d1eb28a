/** Who did a step, and on whom an open one waits (docs/reference/run.md, "Verdict to status"). */
import { describe, expect, it } from 'vitest';
import { describeEvent, describeStep } from '@keyway/messages';
import { runAssigningRole } from '../testing/callOutcomeCases.ts';
import { CONNECTED, DrivenRun } from '../testing/drivenRun.ts';
import { goodAssignment, goodFacts } from '../testing/goodFacts.ts';
import { assignmentGuid } from './assignmentGuid.ts';
import { waitingOn } from './runStatus.ts';

const WRITING = { ...CONNECTED, azure: { ...CONNECTED.azure!, access: 'WRITE' as const } };
const sentence = (driven: DrivenRun, step: 'ROLE' | 'VAULT' | 'APP_REGISTRATION' | 'CONSENT') =>
  describeStep(driven.run, 'AEP', step, driven.now, 'en');

describe('a role that Keyway may assign', () => {
  it('is “already assigned” where it was there, not “done by Keyway”', () => {
    const driven = new DrivenRun({ connections: WRITING }).prepare(['AEP']);
    expect(driven.step('AEP', 'ROLE')).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
    expect(sentence(driven, 'ROLE')).toBe('Already assigned; verified.');
    expect(driven.events.some(({ kind }) => kind === 'roleAssigned')).toBe(false);
  });

  it('is “already assigned” where somebody else was faster, and history says so', () => {
    const driven = runAssigningRole();
    driven.world = goodFacts;
    driven
      .must('roleAssigned', {
        track: 'AEP',
        created: false,
        assignmentGuid: assignmentGuid(driven.run, 'AEP'),
      })
      .observe();
    expect(driven.step('AEP', 'ROLE')).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
    expect(sentence(driven, 'ROLE')).toBe('Already assigned; verified.');
    const { kind, data } = driven.events.findLast((event) => event.kind === 'roleAssigned')!;
    expect(describeEvent(kind, data, 'en')).toMatch(/was already assigned; nothing was changed$/);
    expect(describeEvent(kind, data, 'es')).toMatch(/ya estaba asignado/);
  });

  it('is Keyway’s work where the assignment that is seen has Keyway’s ID', () => {
    const driven = runAssigningRole();
    const guid = assignmentGuid(driven.run, 'AEP');
    const ours = {
      ...goodAssignment('AEP'),
      id: `/x/providers/Microsoft.Authorization/roleAssignments/${guid.toUpperCase()}`,
    };
    driven.world = (track, step) =>
      step === 'ROLE'
        ? { step, assignments: { outcome: 'seen', value: [goodAssignment('AEP'), ours] } }
        : goodFacts(track, step);
    driven.must('roleAssigned', { track: 'AEP', created: true, assignmentGuid: guid }).observe();
    expect(driven.step('AEP', 'ROLE')).toMatchObject({ status: 'DONE', mode: 'AUTOMATIC' });
    expect(sentence(driven, 'ROLE')).toBe('Done by Keyway and verified.');
  });

  it('is verified, and nothing is said of Keyway, where Keyway may only read', () => {
    expect(sentence(new DrivenRun().prepare(['AEP']), 'ROLE')).toBe('Done and verified.');
  });
});

describe('a step of a cloud that is not connected', () => {
  const unconnected = (): DrivenRun => {
    const driven = new DrivenRun({ connections: { adobe: null, azure: null } });
    return driven.prepare(['AEP']);
  };

  it('waits on the partner, who connects or attests', () => {
    const driven = unconnected();
    expect(driven.step('AEP', 'APP_REGISTRATION')).toMatchObject({
      status: 'READY',
      actor: 'PARTNER',
      mode: 'ATTESTED',
    });
    expect(driven.step('AEP', 'VAULT')).toMatchObject({
      status: 'READY',
      actor: 'PARTNER',
      mode: 'ATTESTED',
    });
    expect(waitingOn(driven.run)).toEqual(['PARTNER']);
    expect(sentence(driven, 'VAULT')).toBe(
      'Ready for the partner: connect Azure, or attest that this is done: create or correct vault contoso-cmk.',
    );
    expect(sentence(driven, 'APP_REGISTRATION')).toMatch(
      /^Ready for the partner: connect Adobe, or attest/,
    );
  });

  it('waits on its own actor again once the cloud is connected', () => {
    const driven = unconnected();
    driven.world = (track, step) =>
      step === 'VAULT'
        ? {
            step,
            vault: { outcome: 'absent', detail: '' },
            deletedVault: null,
            otherOrganizations: 0,
          }
        : goodFacts(track, step);
    driven.must('connectionsChanged', { connections: CONNECTED }).observe();
    expect(driven.step('AEP', 'VAULT')).toMatchObject({ status: 'WAITING', actor: 'AZURE_ADMIN' });
    expect(sentence(driven, 'VAULT')).toBe(
      'Waiting on Contoso’s Azure admin: create or correct vault contoso-cmk.',
    );
  });

  it('waits on the partner for the key’s name, connected or not', () => {
    const driven = new DrivenRun();
    driven.must('stepAttested', {
      track: 'AEP',
      step: 'ENTITLEMENT',
      statement: 'seen',
      reference: null,
    });
    expect(driven.step('AEP', 'VAULT')).toMatchObject({ status: 'READY', actor: 'PARTNER' });
    expect(sentence(driven, 'VAULT')).toBe(
      'Ready for the partner: provide the identifier of the key to use.',
    );
  });
});
