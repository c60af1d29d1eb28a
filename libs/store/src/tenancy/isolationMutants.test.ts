/**
 * Removes each use of the application's filters alone, with the row-level policies off: some answer
 * to a viewer has to differ.
 */
import { OPEN_FILTERS } from '@keyway/store/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { countsOfStarter, questionsTo } from '../testing/isolationQuestions.ts';
import { anIsolationWorld, type IsolationWorld } from '../testing/isolationWorld.ts';
import { SECOND_LINE } from '../testing/secondLine.ts';
import { Visibility } from './visibility.ts';

let world: IsolationWorld;
beforeAll(async () => {
  world = await anIsolationWorld();
  for (const { id: organizationId, partnerId } of Object.values(world.organizations))
    await world.store.checkpoints.cover({ partnerId, organizationId });
  // A second one of each, which is the renewal.
  const always = { grownSeconds: 0, unchangedSeconds: 0 };
  await world.store.checkpoints.coverDue('00000000-0000-0000-0000-000000000000', always);
  await world.database.query(
    `insert into approval_evidence (organization_id, hash, partner_id, evidence, at)
     select id, encode(sha256('{}'), 'hex'), partner_id, '{}', now() from organization`,
  );
});
afterAll(() => world.database.close());

const METHODS = Object.keys(OPEN_FILTERS) as (keyof typeof OPEN_FILTERS)[];
/** Which statement asks: the two functions above the filter, with their lines. */
function placeOfCaller(): string {
  const frames = new Error()
    .stack!.split('\n')
    .filter(
      (line) =>
        line.includes('/libs/store/src/') &&
        !/visibility|isolation(Mutants|Questions|Attempts)/.test(line),
    );
  return frames
    .slice(0, 2)
    .map(
      (line) =>
        /at (?:async )?(?:new )?(\S+) .*\/([\w.]+:\d+)/.exec(line)?.slice(1).join(' ') ??
        line.trim(),
    )
    .join(' < ');
}

/** Removes the filter at one place, or nowhere. Returns every place that used it. */
function removeFilterAt(place: string | null): { places: Set<string>; end: () => void } {
  const places = new Set<string>();
  const spies = METHODS.map((method) => {
    const original = Visibility.prototype[method] as (...args: unknown[]) => unknown;
    return vi.spyOn(Visibility.prototype, method).mockImplementation(function (
      this: Visibility,
      ...args: unknown[]
    ) {
      const caller = `${method} at ${placeOfCaller()}`;
      places.add(caller);
      if (caller === place) return OPEN_FILTERS[method] as never;
      return original.apply(this, args) as never;
    });
  });
  return { places, end: () => spies.forEach((spy) => spy.mockRestore()) };
}

/** Each question to each viewer, none of whom has asked anything yet. */
async function questions(): Promise<(() => unknown)[]> {
  const { store, ours, organizations } = world;
  const viewers = [null, [organizations.Ivory.id]].map((organizationIds) =>
    store.forPartner({ partnerId: ours.partnerId, organizationIds }),
  );
  return [
    ...(await Promise.all(viewers.map((viewer) => questionsTo(viewer, world)))).flat(),
    () => countsOfStarter(world),
  ];
}

const answerTo = async (question: () => unknown): Promise<string> => {
  try {
    return JSON.stringify(await question());
  } catch (error) {
    return `failed: ${String(error)}`;
  }
};

/** The answers with every filter, and which of the questions each place has a part in. */
async function rightAnswers(): Promise<{ right: string[]; askedBy: Map<string, number[]> }> {
  const right: string[] = [];
  const askedBy = new Map<string, number[]>();
  for (const [index, question] of (await questions()).entries()) {
    const { places, end } = removeFilterAt(null);
    right.push(await answerTo(question));
    end();
    for (const place of places) askedBy.set(place, [...(askedBy.get(place) ?? []), index]);
  }
  return { right, askedBy };
}

/** Whether one of the questions is answered otherwise without the filter at this place. */
async function isNoticed(place: string, asked: number[], right: string[]): Promise<boolean> {
  const all = await questions();
  const { end } = removeFilterAt(place);
  try {
    for (const index of asked) if ((await answerTo(all[index]!)) !== right[index]) return true;
    return false;
  } finally {
    end();
  }
}

it('notices a filter that is missing, wherever it is', async () => {
  const { right, askedBy } = await rightAnswers();
  expect(right.filter((answer) => answer.startsWith('failed'))).toEqual([]);
  expect(right.join()).not.toContain('"Amber"');
  expect(askedBy.size).toBeGreaterThan(25);
  const unnoticed: string[] = [];
  for (const [place, asked] of askedBy)
    if (!(await isNoticed(place, asked, right))) unnoticed.push(place);
  expect(unnoticed.map((place) => place.replaceAll(/ \w+\.ts:\d+/g, '')).toSorted()).toEqual(
    SECOND_LINE,
  );
});
