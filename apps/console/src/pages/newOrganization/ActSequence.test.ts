import { describe, expect, it } from 'vitest';
import { ActSequence, type Act, type ActId, type ActResult } from './ActSequence.ts';

const made = (id: string | null): ActResult => ({ errors: [], made: id });
const refusal = { code: 'CONFLICT' as const, message: 'Taken.', field: null };

/** An act that answers in turn, and notes the keys that it was sent with. */
function anAct(id: ActId, needs: ActId | null, ...answers: (ActResult | Error)[]) {
  const sent: { key: string; needed: string }[] = [];
  const act: Act = {
    ...{ id, needs },
    send: (keys, needed) => {
      sent.push({ key: keys.keyFor({ id, needed }), needed });
      const answer = answers[Math.min(sent.length, answers.length) - 1]!;
      if (answer instanceof Error) return Promise.reject(answer);
      keys.settled();
      return Promise.resolve(answer);
    },
  };
  return { act, sent };
}
const statusOf = (sequence: ActSequence) =>
  Object.fromEntries(
    Object.entries(sequence.snapshot().states).map(([id, { status }]) => [id, status]),
  );

describe('acts in a sequence', () => {
  it('get the ID of what the act before them made, and none is done again', async () => {
    const sequence = new ActSequence();
    const organization = anAct('organization', null, made('o-1'));
    const run = anAct('run', 'organization', made('r-1'));
    const acts = [organization.act, run.act];
    await sequence.perform(acts);
    await sequence.perform(acts);
    expect(organization.sent).toHaveLength(1);
    expect(run.sent).toMatchObject([{ needed: 'o-1' }]);
    expect(sequence.snapshot().isRunning).toBe(false);
  });

  it('continue where they don’t need what failed, and only what is missing is sent again', async () => {
    const sequence = new ActSequence();
    const organization = anAct('organization', null, made('o-1'));
    const adobe = anAct('adobe', 'organization', { errors: [refusal], made: null }, made(null));
    const azure = anAct('azure', 'organization', made(null));
    const run = anAct('run', 'organization', new Error('Timed out.'), made('r-1'));
    const key = anAct('keyAep', 'run', made(null));
    const acts = [organization, adobe, azure, run, key].map(({ act }) => act);
    await sequence.perform(acts);
    expect(statusOf(sequence)).toEqual({
      ...{ organization: 'done', adobe: 'refused', azure: 'done' },
      ...{ run: 'unknown', keyAep: 'waiting' },
    });
    expect(sequence.snapshot().states.adobe?.errors).toEqual([refusal]);
    await sequence.perform(acts);
    expect(new Set(Object.values(statusOf(sequence)))).toEqual(new Set(['done']));
    expect([organization, azure, key].map(({ sent }) => sent.length)).toEqual([1, 1, 1]);
    // Without a response the same key, after a refusal another one.
    expect(run.sent[1]).toEqual(run.sent[0]);
    expect(adobe.sent[1]!.key).not.toBe(adobe.sent[0]!.key);
    expect(key.sent).toMatchObject([{ needed: 'r-1' }]);
  });

  it('are done again where that is asked for', async () => {
    const sequence = new ActSequence();
    const adobe = anAct('adobe', null, made(null));
    await sequence.perform([adobe.act]);
    await sequence.perform([adobe.act], new Set<ActId>(['adobe']));
    expect(adobe.sent).toHaveLength(2);
  });

  it('run once, whoever presses meanwhile, and end with their page', async () => {
    const sequence = new ActSequence();
    const leave = sequence.start();
    let answer = (_: ActResult): void => undefined;
    let sends = 0;
    const slow: Act = {
      ...{ id: 'organization', needs: null },
      send: () => {
        sends += 1;
        return new Promise((resolve) => (answer = resolve));
      },
    };
    const run = anAct('run', 'organization', made('r-1'));
    const performing = sequence.perform([slow, run.act]);
    await sequence.perform([slow, run.act]);
    expect(sends).toBe(1);
    leave();
    answer(made('o-1'));
    await performing;
    expect(run.sent).toEqual([]);
  });

  it('forget what was refused once it is changed, and nothing that is done', async () => {
    const sequence = new ActSequence();
    const organization = anAct('organization', null, { errors: [refusal], made: null }, made('o'));
    await sequence.perform([organization.act]);
    sequence.forgetRefusal('organization');
    expect(statusOf(sequence)).toEqual({});
    await sequence.perform([organization.act]);
    sequence.forgetRefusal('organization');
    expect(statusOf(sequence)).toEqual({ organization: 'done' });
  });
});
