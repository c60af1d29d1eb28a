/** How often a cloud that fails now and then is called unreachable, and what that never delays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seen, unreadable } from '../../testing/exampleFacts.ts';
import { DrivenWatch } from '../../testing/drivenWatch.ts';
import { goodFacts } from '../../testing/goodFacts.ts';
import type { StepFacts } from '../facts.ts';
import { HEALTHS } from './health.ts';
import type { TrackId } from '../vocabulary.ts';

type Change = (facts: StepFacts) => StepFacts;
const fine: Change = (facts) => facts;
const failing: Change = (facts) =>
  facts.step === 'CONSENT' ? { ...facts, servicePrincipal: unreadable('unavailable') } : facts;
const refused: Change = (facts) =>
  facts.step === 'CONSENT' ? { ...facts, servicePrincipal: unreadable('denied') } : facts;
const allFailing: Change = (facts) =>
  facts.step === 'KEY' ? { ...facts, key: unreadable('unavailable') } : failing(facts);
const disabled: Change = (facts) =>
  'key' in facts && facts.key.outcome === 'seen'
    ? { ...facts, key: seen({ ...facts.key.value, enabled: false }) }
    : facts;
const firewalled: Change = (facts) =>
  (facts.step === 'VAULT' || facts.step === 'NETWORK') && facts.vault.outcome === 'seen'
    ? { ...facts, vault: seen({ ...facts.vault.value, publicNetworkAccess: 'SecuredByPerimeter' }) }
    : facts;

class Driven extends DrivenWatch {
  /** The next observation of the AEP track, when the one before asked for it. */
  next(...changes: Change[]): this {
    const wait = this.last?.observesSoon ? 60 : 900;
    return this.wait(wait - 900).observe((track: TrackId, step) =>
      changes.reduce(
        (facts, change) => (track === 'AEP' ? change(facts) : facts),
        goodFacts(track, step),
      ),
    );
  }
  times(count: number, change: Change): this {
    for (let time = 0; time < count; time += 1) this.next(change);
    return this;
  }
  get health() {
    return this.track('AEP').health;
  }
  get opened(): number {
    return this.alerts.filter((line) => line === '+ AEP UNREACHABLE').length;
  }
}
const healthy = (): Driven => new Driven().next(fine);
const unreachable = (): Driven => healthy().times(3, failing);

describe('what was unreachable', () => {
  it('is readable after three observations in a row, which come soon', () => {
    const driven = unreachable();
    expect(driven.health).toBe('UNREACHABLE');
    for (const health of ['UNREACHABLE', 'UNREACHABLE', 'HEALTHY']) {
      const before = Date.parse(driven.now);
      expect(driven.next(fine).health).toBe(health);
      if (health === 'HEALTHY') expect(Date.parse(driven.now) - before).toBe(60_000);
    }
    expect(driven.alerts).toEqual(['+ AEP UNREACHABLE', '- AEP UNREACHABLE']);
    expect(driven.last).toMatchObject({ observesSoon: false });
  });

  it('begins again where one of them fails, without another alert', () => {
    const driven = unreachable();
    for (let round = 0; round < 10; round += 1) driven.times(2, fine).next(failing);
    expect([driven.health, driven.opened]).toEqual(['UNREACHABLE', 1]);
    expect(driven.times(3, fine).health).toBe('HEALTHY');
  });

  it('takes ten minutes where it had been readable for less than an hour', () => {
    const driven = unreachable().times(3, fine).times(3, failing);
    expect([driven.health, driven.opened]).toEqual(['UNREACHABLE', 2]);
    expect(driven.times(3, fine).health).toBe('UNREACHABLE');
    // The usual interval from here on: no storm of observations while a cloud recovers.
    expect(driven.last).toMatchObject({ observesSoon: false });
    expect(driven.next(fine).health).toBe('HEALTHY');
    for (let hour = 0; hour < 5; hour += 1) driven.next(fine);
    expect(driven.times(3, failing).times(3, fine).health).toBe('HEALTHY');
  });

  it('is readable at once where a permission was refused, and is granted', () => {
    const driven = healthy().next(refused);
    expect(driven.health).toBe('UNREACHABLE');
    expect(driven.next(fine).health).toBe('HEALTHY');
    // Not where it is refused now and then.
    expect(driven.next(refused).next(fine).health).toBe('UNREACHABLE');
  });

  it('writes nothing new while it lasts, or once it has ended', () => {
    const driven = unreachable().times(2, failing);
    const { version } = driven.watch;
    expect(driven.times(5, failing).watch.version).toBe(version);
    driven.times(12, fine);
    const after = driven.watch.version;
    expect(driven.times(5, fine).watch.version).toBe(after);
    expect(driven.track('AEP').steps.CONSENT).not.toHaveProperty('steadiness');
  });
});

const answers = fc.constantFrom(fine, failing, refused, allFailing);
const isAtLeast = (health: (typeof HEALTHS)[number], least: (typeof HEALTHS)[number]): boolean =>
  HEALTHS.indexOf(health) <= HEALTHS.indexOf(least);

describe('however a cloud flaps', () => {
  it.each([
    ['REVOKED', disabled],
    ['CUT_OFF', firewalled],
  ] as const)('%s is said by the first observation that can read it', (health, change) => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 30 }), (before) => {
        const driven = healthy();
        for (const answer of before) driven.next(answer);
        driven.next(change);
        expect(isAtLeast(driven.health, health)).toBe(true);
        expect(driven.alerts).toContain(`+ AEP ${health}`);
        // And is not taken back by what fails next.
        driven.next(failing);
        expect(isAtLeast(driven.health, health)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('few alerts are opened, each is resolved, and health returns', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 20, maxLength: 120 }), (flapping) => {
        const driven = healthy();
        const begun = Date.parse(driven.now);
        for (const answer of flapping) driven.next(answer);
        const minutes = (Date.parse(driven.now) - begun) / 60_000;
        // One at first, one after that, and each later one after ten minutes of reading.
        expect(driven.opened).toBeLessThanOrEqual(2 + Math.ceil(minutes / 10));
        const readable = flapping.filter((answer) => answer === fine).length;
        expect(driven.opened).toBeLessThanOrEqual(2 + Math.floor(readable / 4));
        driven.times(5, fine);
        expect(driven.health).toBe('HEALTHY');
        expect(driven.watch.alerts).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
