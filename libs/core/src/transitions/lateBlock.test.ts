/** What a reading is worth that ends after the credential was removed, or the step attested. */
import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun } from '../../testing/drivenRun.ts';
import { seen } from '../../testing/exampleFacts.ts';
import { goodFacts, goodVault, keyIdentifier } from '../../testing/goodFacts.ts';
import { entryData } from '../entryData.ts';
import { WORKER } from '../eventActor.ts';
import { lastBlockedOf } from '../lastBlocked.ts';

const NONE = { adobe: null, azure: null };
const withoutPurge = {
  ...(goodFacts('AEP', 'VAULT') as object),
  step: 'VAULT' as const,
  vault: seen({ ...goodVault('AEP'), enablePurgeProtection: false }),
  deletedVault: null,
  otherOrganizations: 0,
};

/** Azure was read and disconnected while a reading was under way. */
function disconnected(): { driven: DrivenRun; since: string } {
  const driven = new DrivenRun().prepare();
  const since = driven.wait(1).now;
  return { driven: driven.must('connectionsChanged', { connections: NONE }), since };
}
const end = (driven: DrivenRun, since: string, key = keyIdentifier('AEP')): void =>
  void driven.must(
    'factsObserved',
    {
      ...{ track: 'AEP', facts: withoutPurge, attempt: 0, waitingSince: since, timeScale: 1 },
      late: { key, since },
    },
    WORKER,
  );
const blockOf = ({ run }: DrivenRun) =>
  lastBlockedOf(run, 'AEP', 'VAULT')?.checks.map(({ check }) => check) ?? null;

describe('a late reading that blocks', () => {
  it('is kept, and leaves the step as it is', () => {
    const { driven, since } = disconnected();
    end(driven, since);
    expect(blockOf(driven)).toEqual(['vaultHasPurgeProtection']);
    expect(driven.step('AEP', 'VAULT')).toMatchObject({ status: 'READY', facts: null, checks: [] });
    expect(entryData(driven.events.at(-1)!, driven.run, null)).toMatchObject({
      checks: [{ check: 'vaultHasPurgeProtection', verdict: 'BLOCK' }],
    });
  });

  it('is kept where the step was attested meanwhile, and voids what was asked for', () => {
    const { driven, since } = disconnected();
    driven.must('stepAttested', {
      ...{ track: 'AEP', step: 'VAULT', statement: 'mended', reference: null },
    });
    end(driven, since);
    expect(driven.step('AEP', 'VAULT').status).toBe('DONE');
    expect(blockOf(driven)).toEqual(['vaultHasPurgeProtection']);
  });

  it('is nothing where another key is there, or Keyway can read the step again', () => {
    const { driven, since } = disconnected();
    end(driven, since, 'https://other-cmk.vault.azure.net/keys/ajo-cmk');
    expect(blockOf(driven)).toBeNull();
    driven.must('connectionsChanged', { connections: CONNECTED }).observe();
    end(driven, since);
    expect(blockOf(driven)).toBeNull();
    expect(driven.step('AEP', 'VAULT').status).toBe('DONE');
  });
});
