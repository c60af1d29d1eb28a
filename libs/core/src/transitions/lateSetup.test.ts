/** What Azure answered after a set-up had ended: recorded once, and nothing follows from it. */
import { describe, expect, it } from 'vitest';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { setupInput } from '../../testing/setupExamples.ts';
import { SetupAzure, workOnSetup, WRITE } from '../../testing/setupWorker.ts';
import type { EventData } from '../event.ts';
import { WORKER } from '../eventActor.ts';
import type { ReadFailure } from '../observedSchema.ts';
import type { AboutChange } from '../setup/setupEvents.ts';
import { changeProgress, setupStatus } from '../setup/setupState.ts';

const FAILURE: ReadFailure = {
  ...{ kind: 'denied', message: 'no', status: 403, code: null },
  ...{ permission: 'Microsoft.KeyVault/vaults/write', retryAfterSeconds: null },
};
const setupOf = ({ run }: DrivenRun) => run.tracks.AEP.setup!;
const vault = (driven: DrivenRun) => changeProgress(setupOf(driven), 'CREATE_VAULT');

/** The vault is on its way. */
function sending(): { driven: DrivenRun; about: AboutChange } {
  const driven = new DrivenRun({ connections: WRITE }).must('stepAttested', {
    ...{ track: 'AEP', step: 'ENTITLEMENT', statement: 'seen', reference: null },
  });
  driven.must('setupRequested', { track: 'AEP', ...setupInput('AEP') });
  workOnSetup(driven, new SetupAzure());
  const planHash = setupOf(driven).plan!.hash;
  driven.must('setupConfirmed', { track: 'AEP', planHash });
  workOnSetup(driven, new SetupAzure(), 'begun');
  const setupId = setupOf(driven).id;
  return { driven, about: { track: 'AEP', setupId, planHash, change: 'CREATE_VAULT' } };
}

const made = (about: AboutChange): EventData['setupChangeMade'] => ({
  ...{ ...about, result: 'MADE', keyIdentifier: null, late: true },
});
const refused = (about: AboutChange): EventData['setupChangeFailed'] => ({
  ...{ ...about, failure: FAILURE, attempt: 0, definite: true, sent: true, late: true },
});
/** Whether it changed the run, which is what history has an entry for. */
function tries<K extends 'setupChangeMade' | 'setupChangeFailed'>(
  driven: DrivenRun,
  kind: K,
  data: EventData[K],
): boolean {
  const { version } = driven.run;
  driven.must(kind, data, WORKER);
  return driven.run.version !== version;
}

const ENDS: [string, (driven: DrivenRun) => void][] = [
  ['a person', (driven) => void driven.must('setupCancelled', { track: 'AEP' })],
  ['the end of the run', (driven) => void driven.must('runCancelled', { reason: 'no need' })],
  [
    'the connection',
    (driven) => void driven.must('connectionsChanged', { connections: { ...WRITE, azure: null } }),
  ],
];

describe.each(ENDS)('an answer after a set-up was ended by %s', (_, end) => {
  it('is recorded once, and nothing follows', () => {
    const { driven, about } = sending();
    end(driven);
    expect(tries(driven, 'setupChangeMade', made(about))).toBe(true);
    expect(vault(driven)).toMatchObject({ state: 'MADE', late: true });
    expect(['CANCELLED', 'STOPPED']).toContain(setupStatus(setupOf(driven)));
    expect(driven.effects.has('setup:AEP')).toBe(false);
    expect(driven.run.tracks.AEP.key).toBeNull();
    expect(tries(driven, 'setupChangeMade', made(about))).toBe(false);
    expect(tries(driven, 'setupChangeFailed', refused(about))).toBe(false);
  });

  it('that refuses is recorded, and another one may say later that it was made', () => {
    const { driven, about } = sending();
    end(driven);
    expect(tries(driven, 'setupChangeFailed', refused(about))).toBe(true);
    expect(vault(driven)).toMatchObject({ state: 'FAILED', late: true, failure: FAILURE });
    expect(tries(driven, 'setupChangeFailed', refused(about))).toBe(false);
    expect(tries(driven, 'setupChangeMade', made(about))).toBe(true);
    expect(vault(driven)?.failure).toBeUndefined();
  });

  it('that leaves open what became of it is recorded once, and may be followed by one', () => {
    const { driven, about } = sending();
    end(driven);
    const open = { ...refused(about), definite: false };
    expect(tries(driven, 'setupChangeFailed', open)).toBe(true);
    expect(vault(driven)).toMatchObject({ state: 'SENDING', answerLost: true, late: true });
    expect(tries(driven, 'setupChangeFailed', open)).toBe(false);
    expect(tries(driven, 'setupChangeMade', made(about))).toBe(true);
    expect(vault(driven)).toMatchObject({ state: 'MADE', late: true });
  });

  it.each(['setupId', 'planHash'] as const)('of another %s changes nothing', (name) => {
    const { driven, about } = sending();
    end(driven);
    expect(tries(driven, 'setupChangeMade', made({ ...about, [name]: 'x' }))).toBe(false);
  });
});

it('an answer to an attempt that another one took over from changes nothing', () => {
  const { driven, about } = sending();
  expect(tries(driven, 'setupChangeMade', made(about))).toBe(false);
  expect(tries(driven, 'setupChangeFailed', refused(about))).toBe(false);
  expect(vault(driven)?.state).toBe('SENDING');
});

describe('an answer after another plan was requested', () => {
  const replaced = () => {
    const { driven, about } = sending();
    driven.must('setupCancelled', { track: 'AEP' });
    driven.must('setupRequested', { track: 'AEP', ...setupInput('AEP') });
    return { driven, about };
  };

  it('is Keyway’s work in the new one', () => {
    const { driven, about } = replaced();
    const { request, id } = setupOf(driven);
    expect(tries(driven, 'setupChangeMade', made(about))).toBe(true);
    const { target } = request;
    expect(setupOf(driven)).toMatchObject({
      ...{ id, progress: [], unanswered: [], made: [{ kind: 'CREATE_VAULT', target }] },
    });
    expect(driven.effects.get('setup:AEP')).toMatchObject({ type: 'planSetup' });
    expect(tries(driven, 'setupChangeMade', made(about))).toBe(false);
  });

  it('that refuses is recorded, also after a third one', () => {
    const { driven, about } = replaced();
    driven.must('setupCancelled', { track: 'AEP' });
    driven.must('setupRequested', { track: 'AEP', ...setupInput('AEP') });
    expect(tries(driven, 'setupChangeFailed', refused(about))).toBe(true);
    expect(setupOf(driven)).toMatchObject({ made: [], unanswered: [] });
    expect(tries(driven, 'setupChangeFailed', refused(about))).toBe(false);
  });
});
