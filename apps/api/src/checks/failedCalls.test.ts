/**
 * What the API serves of a failed call and of a ticket that is not ready: code, status, host, hint,
 * rules and who must act.
 */
import { randomUUID } from 'node:crypto';
import { aClock, continuing, WORKER } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  TENANT,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
});
afterAll(() => server.close());

const STEP = `id status actor externalStatus failure(locale: "es") sentence
  checks { id verdict rules actor observed expected cause remedy causa: cause(locale: "es") failure { code status host message } }`;
const RUN = `waitingOn tracks { id ticketReady ticketText steps { ${STEP} } } anomalies { message mensaje: message(locale: "es") }`;

async function begun(connected = true): Promise<{ runId: string; uuid: string }> {
  const { id } = await anOrganization(owner, { region: 'NLD2' });
  if (connected) {
    await owner.must('connectAdobe', {
      organizationId: id,
      clientId: 'c',
      clientSecret: 'sandbox-a',
      scopes: ['openid'],
    });
    await owner.must('connectAzure', {
      organizationId: id,
      tenantId: TENANT,
      clientId: TENANT,
      clientSecret: 'sandbox-b',
    });
  }
  const runId = await aRun(owner, id);
  for (const track of ['AEP', 'CJA'])
    await owner.must('attestStep', { runId, track, step: 'ENTITLEMENT', statement: 'Seen' });
  return { runId, uuid: Buffer.from(runId, 'base64url').toString().split(':')[1]! };
}
const read = async (runId: string): Promise<Payload> =>
  (await owner.ask(`query($id: ID!) { run(id: $id) { ${RUN} } }`, { id: runId })).run;
const stepOf = (run: Payload, track: string, step: string): Payload =>
  run.tracks.find((one: Payload) => one.id === track).steps.find((one: Payload) => one.id === step);

describe('a failed call', () => {
  it('shows code, status, host, a hint that names the region, its rules and who must act', async () => {
    const { runId, uuid } = await begun();
    const { run } = (await server.store.system().run(uuid))!;
    const failure = {
      kind: 'denied' as const,
      message: 'User region is missing',
      status: 403,
      code: '403027',
      permission: null,
      retryAfterSeconds: null,
      host: 'platform-nld2.adobe.io',
    };
    const builder = continuing(run, aClock(run.updatedAt)).observe('appRegistration', 'AEP', {
      registration: { outcome: 'unreadable', failure },
    } as never);
    const event = { ...builder.events[0]!, id: randomUUID(), actor: WORKER };
    expect(await server.store.system().advance(uuid, event)).toMatchObject({ applied: true });
    const seen = await read(runId);
    const step = stepOf(seen, 'AEP', 'APP_REGISTRATION');
    expect(step).toMatchObject({
      status: 'WAITING',
      actor: 'PARTNER',
      externalStatus: 'User region is missing',
    });
    const check = step.checks.find(({ verdict }: Payload) => verdict === 'UNKNOWN');
    expect(check).toMatchObject({
      actor: 'PARTNER',
      failure: {
        code: '403027',
        status: 403,
        host: 'platform-nld2.adobe.io',
        message: 'User region is missing',
      },
    });
    expect(check.observed).toBe(
      'Could not be read: “User region is missing” (code 403027, HTTP 403)',
    );
    expect(check.cause).toMatch(/Region NLD2 \(host platform-nld2\.adobe\.io\)/);
    expect(check.causa).toMatch(/La región NLD2/);
    expect(check.rules).toEqual(expect.arrayContaining(['VAL-32', 'ERR-01', 'REG-08']));
    const { history } = await owner.ask(
      'query($f: HistoryFilter) { history(first: 1, filter: $f) { nodes { summary data } } }',
      {
        f: { runId, kind: ['factsObserved'] },
      },
    );
    expect(history.nodes[0].summary).toBe(
      'AEP · App registration: could not be checked: “User region is missing” (code 403027, HTTP 403)',
    );
    expect(history.nodes[0].data.checks).toContainEqual({
      check: 'appRegistrationHoldsTogether',
      verdict: 'UNKNOWN',
      outcome: 'unreadable',
    });
  });

  it.each([
    [
      404,
      'NotFound',
      'unavailable',
      /access tokens \(IMS\) was not found on ims-na1\.adobelogin\.com/,
      /tokens de acceso \(IMS\) no se encontró/,
    ],
    [429, 'TooMany', 'throttled', /too many requests/, /demasiadas solicitudes/],
  ] as const)(
    'HTTP %s of the token endpoint is shown once, and Keyway tries again',
    async (status, code, kind, cause, causa) => {
      const { runId, uuid } = await begun();
      const { run } = (await server.store.system().run(uuid))!;
      const host = 'ims-na1.adobelogin.com';
      const failure = {
        kind,
        message: code,
        status,
        code,
        permission: null,
        retryAfterSeconds: null,
        host,
      };
      const builder = continuing(run, aClock(run.updatedAt)).observe('appRegistration', 'AEP', {
        registration: { outcome: 'unreadable', failure },
      } as never);
      await server.store
        .system()
        .advance(uuid, { ...builder.events[0]!, id: randomUUID(), actor: WORKER });
      const step = stepOf(await read(runId), 'AEP', 'APP_REGISTRATION');
      expect(step.sentence).toBe(
        `Could not be read: “${code}” (code ${code}, HTTP ${status}); Keyway tries again automatically.`,
      );
      const check = step.checks.find(({ verdict }: Payload) => verdict === 'UNKNOWN');
      expect(check).toMatchObject({
        actor: 'SYSTEM',
        cause: expect.stringMatching(cause),
        causa: expect.stringMatching(causa),
      });
    },
  );
});

describe('what nobody has done yet', () => {
  it('of a run without connections waits on the partner', async () => {
    const { runId } = await begun(false);
    const run = await read(runId);
    expect(run.waitingOn).toEqual(['PARTNER']);
    expect(stepOf(run, 'AEP', 'APP_REGISTRATION')).toMatchObject({
      status: 'READY',
      actor: 'PARTNER',
    });
  });

  it('makes the ticket a draft that claims neither consent nor role', async () => {
    const { runId } = await begun();
    const cja = (await read(runId)).tracks.find(({ id }: Payload) => id === 'CJA');
    expect(cja.ticketReady).toBe(false);
    expect(cja.ticketText).toMatch(
      /^DRAFT\. Not ready to be sent\. Open: .*Consent, Role, and Approval\./,
    );
    expect(cja.ticketText).not.toContain('verified in Azure');
  });
});
