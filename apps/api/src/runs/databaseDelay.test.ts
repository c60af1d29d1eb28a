/** A submission that waits since the database lost time says so, and no longer once it was sent. */
import { parseGlobalId, WORKER, type EventData, type EventKind, type RunEvent } from '@keyway/core';
import { continuing } from '@keyway/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aRunToApprove } from '../testing/aRunToApprove.ts';
import { aServer, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => (server = await aServer()));
afterAll(() => server.close());

const DELAYS = `delays { track steps until remainingSeconds sentence es: sentence(locale: "es") }`;
const FIELDS = `sentence
  ${DELAYS}
  tracks { id steps { id status actor nextLookAt sentence es: sentence(locale: "es") } }
  history(first: 5) { nodes { kind summary es: summary(locale: "es") } }`;

/** As lists ask for it, which read no state. */
async function listed(id: string) {
  const organizations = `organizations(first: 100) { nodes { currentRun { id ${DELAYS} } } }`;
  const query = `{ runs(first: 100) { nodes { id ${DELAYS} } } ${organizations} }`;
  const answer = await server.owner.ask(query);
  const nodes = answer.organizations.nodes as { currentRun: { id: string } | null }[];
  return [answer.runs.nodes, nodes.map(({ currentRun }) => currentRun)].map(
    (runs) =>
      (runs as ({ id: string; delays: object[] } | null)[]).find((run) => run?.id === id)?.delays,
  );
}

async function shown(id: string) {
  const { run } = await server.owner.ask(`query($id: ID!) { run(id: $id) { ${FIELDS} } }`, { id });
  const steps = run.tracks[0].steps as { id: string; sentence: string; es: string }[];
  return { step: steps.find((step) => step.id === 'SUBMISSION'), run };
}

/** As a person and the worker do; the send is due. */
async function sending(): Promise<{ runId: string; uuid: string }> {
  const { runId } = await aRunToApprove(server);
  const uuid = parseGlobalId('Run', runId)!;
  const { run } = (await server.store.system().run(uuid))!;
  const { events } = continuing(run)
    .at('submission')
    .apply('submissionRequested', {
      ...{ submissionId: randomUUID(), configurationName: 'keyway-cmk' },
      confirmImsOrgId: run.organization.imsOrgId,
    })
    .reread();
  for (const event of events) await server.store.system().advance(uuid, event);
  return { runId, uuid };
}

const record = <K extends EventKind>(uuid: string, kind: K, data: EventData[K]) =>
  server.store.system().advance(uuid, {
    ...{ id: randomUUID(), at: new Date().toISOString(), actor: WORKER, kind, data },
  } as RunEvent);

it('says why, since when and until when, in both languages, and that nobody has to act', async () => {
  const { runId, uuid } = await sending();
  const { submission } = (await server.store.system().run(uuid))!.run.tracks.AEP;
  const submissionId = submission!.id;
  const since = server.store.now();
  const until = new Date(since.getTime() + 3_600_000).toISOString();
  const delay = { era: 2, cause: 'FAILED_OVER', since: since.toISOString(), until } as const;
  await record(uuid, 'configurationDelayed', { submissionId, ...delay });
  const waiting = await shown(runId);
  expect(waiting.step).toMatchObject({
    ...{ status: 'WORKING', actor: 'SYSTEM', nextLookAt: until },
    sentence: expect.stringMatching(
      /^Keyway’s database failed over .* on \d{4}-.* UTC\. So that nothing is sent twice, .* from \d{4}-.* UTC on\. Nobody has to do anything\.$/,
    ) as string,
    es: expect.stringMatching(
      /^La base de datos de Keyway pasó a otro servidor el .* Nadie tiene que hacer nada\.$/,
    ) as string,
  });
  const delays = [
    {
      ...{ track: 'AEP', steps: ['SUBMISSION'], until, remainingSeconds: expect.any(Number) },
      ...{ sentence: waiting.step!.sentence, es: waiting.step!.es },
    },
  ];
  expect([waiting.run.delays, ...(await listed(runId))]).toEqual([delays, delays, delays]);
  expect(waiting.run.delays[0].remainingSeconds).toBeGreaterThan(3_000);
  expect(waiting.run.history.nodes[0]).toMatchObject({
    kind: 'configurationDelayed',
    summary: expect.stringMatching(/^Waits until .*, because the database failed over/) as string,
    es: expect.stringMatching(/^Espera hasta el .*, porque la base de datos pasó a/) as string,
  });

  await record(uuid, 'configurationSending', { submissionId, send: 1 });
  expect((await shown(runId)).step).toMatchObject({
    ...{ status: 'WORKING', nextLookAt: null },
    sentence: 'In progress: submit the configuration to Adobe.',
  });
  expect(await listed(runId)).toEqual([[], []]);
});
