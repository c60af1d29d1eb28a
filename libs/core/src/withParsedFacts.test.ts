import { describe, expect, it } from 'vitest';
import stored from '../fixtures/runs-of-version-2.json' with { type: 'json' };
import { DrivenRun } from '../testing/drivenRun.ts';
import { upcastRun } from './upcastRun.ts';
import { withParsedFacts } from './withParsedFacts.ts';

describe('the facts of a stored run', () => {
  it.each(Object.entries(stored))('are kept as an earlier version wrote them: %s', (_name, run) => {
    const upcast = upcastRun(structuredClone(run));
    expect(withParsedFacts(upcast)).toEqual(upcast);
  });

  it('count as never observed where they are none', () => {
    const { run } = new DrivenRun().prepare();
    const broken = { step: 'KEY', key: { outcome: 'seen', value: { kty: 7 } } };
    const changed = structuredClone(run);
    Object.assign(changed.tracks.AEP.steps.KEY!, { facts: broken });
    expect(withParsedFacts(changed).tracks.AEP.steps.KEY?.facts).toBeNull();
    expect(withParsedFacts(run)).toEqual(run);
  });
});
