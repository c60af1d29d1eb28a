/** What receivers get of a run, from its start to both ends, and that the examples are like it. */
import {
  eventBody,
  exampleBody,
  retryDelaySeconds,
  runEvents,
  runStatus,
  transition,
  WEBHOOK_EVENT_NAMES,
  WEBHOOK_EVENT_TYPES,
  wantsEvent,
  type EventData,
  type Run,
  type WebhookEvent,
  type WebhookEventType,
} from '@keyway/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPROVER, aRun, observedVault, type RunBuilder } from './aRun.ts';

interface Sent {
  event: WebhookEvent;
  run: Run;
}

/** Each change of a run with what it is to receivers. */
function sentOf({ events }: RunBuilder): Sent[] {
  let before: Run | null = null;
  return events.flatMap((event) => {
    const outcome = transition(before, event);
    if ('refusal' in outcome) throw new Error(outcome.refusal.reason);
    const made = runEvents(before, outcome.run).map((one) => ({ event: one, run: outcome.run }));
    before = outcome.run;
    return made;
  });
}

const typesOf = (builder: RunBuilder) => sentOf(builder).map(({ event }) => event.type);

const cancelled = () => aRun().at('submission').apply('runCancelled', { reason: 'Ordered twice' });
const blocked = () => {
  const builder = aRun().at('vault');
  const { data } = observedVault(builder.at('network').run, false);
  // Cast: it is an observation.
  return builder.apply('factsObserved', data as EventData['factsObserved']);
};
const withdrawn = () =>
  aRun()
    .at('submission')
    .apply(
      'approvalWithdrawn',
      { track: 'AEP', principal: APPROVER.principal, owner: false, reason: 'Later' },
      APPROVER,
    );

const STORIES: Record<string, () => RunBuilder> = {
  completed: () => aRun().completed(),
  cancelled,
  blocked,
  withdrawn,
  refused: () => aRun().refused('AEP'),
};

describe('a run', () => {
  it('is reported from its start to its end', () => {
    const types = typesOf(aRun().completed());
    expect(types[0]).toBe('run.started');
    expect(types.at(-1)).toBe('run.completed');
    expect(types.at(-2)).toBe('run.status_changed');
    for (const once of ['run.started', 'run.completed', 'configuration.submitted'])
      expect(types.filter((type) => type === once)).toHaveLength(1);
    // Both tracks.
    expect(types.filter((type) => type === 'approval.requested')).toHaveLength(2);
    expect(types.filter((type) => type === 'approval.decided')).toHaveLength(2);
  });

  it('says what is decided, and what became void', () => {
    const decisions = (builder: RunBuilder) =>
      sentOf(builder).flatMap(({ event }) => event.data['decision'] ?? event.data['cause'] ?? []);
    expect(decisions(aRun().refused('AEP'))).toEqual(['REFUSED']);
    expect(decisions(withdrawn())).toEqual(['APPROVED', 'withdrawn']);
  });

  it('names the checks that block a step, and no others', () => {
    const steps = sentOf(blocked()).filter(({ event }) => event.type === 'step.blocked');
    expect(steps).toHaveLength(1);
    expect(steps[0]!.event.data['step']).toMatchObject({
      id: 'VAULT',
      status: 'BLOCKED',
      checks: [{ check: 'vaultHasPurgeProtection', verdict: 'BLOCK' }],
    });
  });

  it('says nothing of a change that nobody waits for', () => {
    const { run } = aRun().at('submission');
    expect(runEvents(run, run)).toEqual([]);
    const commented = aRun().apply('commentAdded', { text: 'x', track: null, step: null });
    expect(typesOf(commented)).toEqual(typesOf(aRun()));
  });
});

/** The names in a body, and in lists those of the first item. */
function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return shapeOf(value[0], `${path}[]`);
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) => shapeOf(part, `${path}.${name}`));
}

describe('the example of', () => {
  const real = new Map<WebhookEventType, Set<string>>();
  for (const story of Object.values(STORIES))
    for (const { event, run } of sentOf(story())) {
      const { organization, id, version } = run;
      const subject = {
        organization: { id: organization.id, imsOrgId: organization.imsOrgId, name: 'x' },
        run: { id, status: runStatus(run), version },
      };
      const shape = shapeOf(JSON.parse(eventBody(subject, event)));
      const known = real.get(event.type) ?? new Set();
      real.set(event.type, known);
      known.add(shape.toSorted().join('\n'));
    }

  const OF_RUNS = WEBHOOK_EVENT_TYPES.filter((type) =>
    /^(run|step|approval|configuration)/.test(type),
  );

  it.each(OF_RUNS)('%s is like a real one', (type) => {
    const example = shapeOf(JSON.parse(exampleBody(type)))
      .toSorted()
      .join('\n');
    expect([...(real.get(type) ?? [])]).toContain(example);
  });
});

describe('a webhook', () => {
  it('wants exact types, groups and everything', () => {
    expect(wantsEvent(['run.started'], 'run.started')).toBe(true);
    expect(wantsEvent(['run.*'], 'run.cancelled')).toBe(true);
    expect(wantsEvent(['run.*'], 'runner.started')).toBe(false);
    expect(wantsEvent(['*'], 'anything.later')).toBe(true);
    expect(wantsEvent(['step.blocked', 'run.started'], 'step.waiting')).toBe(false);
    expect(wantsEvent([], 'run.started')).toBe(false);
    expect(WEBHOOK_EVENT_NAMES).toContain('approval.*');
  });

  it('is tried for three days, never before the receiver asks for it', () => {
    const chance = 0;
    const delays = Array.from({ length: 12 }, (_, step) =>
      retryDelaySeconds({ step, retryAfterSeconds: null, chance, timeScale: 1 }),
    );
    expect(delays.filter((delay) => delay !== null)).toEqual([
      ...[5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400],
    ]);
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.nat(200_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (step, retryAfterSeconds, drawn) => {
          const given = { step, retryAfterSeconds, chance: drawn, timeScale: 0.01 };
          const delay = retryDelaySeconds(given)!;
          expect(delay).toBeGreaterThanOrEqual(Math.min(retryAfterSeconds, 86_400));
          const planned = delays[step]! * 0.01;
          expect(delay).toBeGreaterThanOrEqual(planned);
          expect(delay).toBeLessThanOrEqual(Math.max(planned * 1.1 + 1e-9, retryAfterSeconds));
        },
      ),
    );
  });
});
