/**
 * Every documented error of Adobe on every call (ERR-01 to ERR-07): the step shows its code, its
 * status, its hint and who must act.
 */
import {
  actorOfCheck,
  CHECKS,
  cloudOfStep,
  planStep,
  type CheckResult,
  type Run,
  type StepId,
} from '@keyway/core';
import { describeCheck } from '@keyway/messages';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  approved,
  begin,
  applyRunEvent,
  sandbox,
  statusOf,
  submit,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();

/** One for all tests, which run at the same time: each has an organization of its own. */
let stopWorker = (): void => undefined;
let working: Promise<void>;
beforeAll(() => {
  working = withWorkers(2, () => new Promise((resolve) => (stopWorker = resolve)));
});
afterAll(async () => {
  stopWorker();
  await working;
});

interface AdobeError {
  status: number;
  body: object | string;
  /** As the step shows it; null where the answer has none. */
  code: string | null;
  /** What only this error's cause says. */
  cause: RegExp;
  actor: 'PARTNER' | 'SYSTEM';
}
const gateway = (code: string, message: string, cause: RegExp): AdobeError => ({
  status: Number(code.slice(0, 3)),
  body: { error_code: code, message },
  code,
  cause,
  actor: 'PARTNER',
});
const problem = (
  status: number,
  title: string,
  cause: RegExp,
  actor: AdobeError['actor'] = 'PARTNER',
): AdobeError => ({
  status,
  body: { type: '/placeholder/type/uri', status, title, detail: `${title} happened` },
  code: title,
  cause,
  actor,
});
const oauth = (status: number, error: string, cause: RegExp): AdobeError => ({
  status,
  body: { error, error_description: `${error} happened` },
  code: error,
  cause,
  actor: 'PARTNER',
});

const GATEWAY = [
  gateway('400003', 'Missing header', /x-gw-ims-org-id/),
  gateway('401013', 'Oauth token is not valid', /does not accept the access token/),
  gateway('403000', 'Api Key is required', /without an API key/),
  gateway('403003', 'Api Key is invalid', /does not recognize the API key/),
  gateway('403010', 'Oauth token is missing.', /without an access token/),
  gateway('403025', 'Profile is not valid', /no product profile/),
  gateway(
    '403027',
    'User region is missing',
    /finds no region .* Region VA7 \(host platform\.adobe\.io\)/,
  ),
  problem(400, 'BadRequestError', /malformed/),
];
const UNDOCUMENTED = gateway('403999', 'Something new', /Manage Customer Managed Key/);
const REFUSED = {
  status: 401,
  body: '',
  code: null,
  cause: /does not accept the credential/,
  actor: 'PARTNER',
} satisfies AdobeError;
const NOT_THERE = problem(404, 'NotFound', /./);
const PASSING: AdobeError[] = [
  problem(429, 'TooManyRequests', /too many requests/, 'SYSTEM'),
  problem(500, 'InternalServerError', /service has an error/, 'SYSTEM'),
  {
    status: 503,
    body: '<html>Service unavailable</html>',
    code: null,
    cause: /service has an error/,
    actor: 'SYSTEM',
  },
];
const OAUTH = [
  oauth(401, 'invalid_client', /client ID with this client secret/),
  oauth(400, 'invalid_scope', /client secret may be valid/),
  oauth(400, 'unauthorized_client', /Server-to-Server/),
  oauth(400, 'unsupported_grant_type', /client_credentials/),
];
const CONFLICT = problem(409, 'Conflict', /has a configuration/);
const EVERYTHING = [...GATEWAY, UNDOCUMENTED, REFUSED, NOT_THERE, ...PASSING];

const PLATFORM = { host: 'platform.adobe.io' };
const CALLS = {
  token: { host: 'ims-na1.adobelogin.com', path: '*' },
  registration: { ...PLATFORM, path: '*/byok/app-registration' },
  byName: { ...PLATFORM, path: '*/customer/config/*', method: 'GET' },
  post: { ...PLATFORM, path: '*/customer/config', method: 'POST' },
};
type Call = keyof typeof CALLS;

const nameOf = ({ status, code }: AdobeError): string =>
  `${status}${code === null ? '' : ` ${code}`}`;

/** An organization, and the one error that Adobe answers to its calls. */
function anErringOrganization() {
  const id = randomBytes(12).toString('hex').toUpperCase();
  let armed: string[] = [];
  const clear = async (faults: string[]): Promise<void> => {
    for (const fault of faults) await sandbox.control('DELETE', `/faults/${fault}`);
  };
  const disarm = (): Promise<void> => clear(armed.splice(0));
  /** In place of the one before: no call between the two succeeds. */
  const arm = async (call: Call, { status, body }: AdobeError): Promise<void> => {
    const [text, type] =
      typeof body === 'string' ? [body, 'text/html'] : [JSON.stringify(body), 'application/json'];
    const answer = { status, body: text, headers: { 'content-type': type } };
    const fault = { ...CALLS[call], contains: id, ...answer, count: 1000 };
    const before = armed;
    armed = (await sandbox.control<{ id: string }[]>('POST', '/faults', fault)).map(
      (one) => one.id,
    );
    await clear(before);
  };
  return { scenario: { imsOrgId: `${id}@AdobeOrg` }, arm, disarm };
}

const failedCheck = (
  run: Run,
  step: StepId,
  { status, code }: AdobeError,
): CheckResult | undefined =>
  run.tracks.AEP.steps[step]?.checks.find(
    ({ values }) => values?.['status'] === status && (values['code'] ?? null) === code,
  );

/** What the API serves of the step, for this answer. */
function expectShown(run: Run, step: StepId, said: AdobeError, cause = said.cause): void {
  const check = failedCheck(run, step, said)!;
  const texts = describeCheck(check, 'en');
  expect(texts.observed).toContain(`HTTP ${said.status}`);
  if (said.code !== null) expect(texts.observed).toContain(`code ${said.code}`);
  expect(texts.cause).toMatch(cause);
  expect(texts.remedy).toMatch(/\.$/);
  expect(describeCheck(check, 'es').cause).not.toBe(texts.cause);
  expect(cloudOfStep(CHECKS[check.check].step)).toBe('adobe');
  const actor = check.missing ? 'PARTNER' : said.actor;
  expect(actorOfCheck(check, planStep(run, 'AEP', step)!)).toBe(actor);
}
const runThatShows = (runId: string, step: StepId, said: AdobeError): Promise<Run> =>
  until(
    `${step} shows ${nameOf(said)}`,
    runId,
    (run) => failedCheck(run, step, said) !== undefined,
  );

describe.concurrent('reading the app registration', () => {
  it.each<[Call, AdobeError[]]>([
    ['registration', EVERYTHING],
    [
      'token',
      [...OAUTH, ...GATEWAY, { ...UNDOCUMENTED, cause: REFUSED.cause }, REFUSED, ...PASSING],
    ],
  ])('refused on the call for the %s', async (call, answers) => {
    const { scenario, arm } = anErringOrganization();
    await arm(call, answers[0]!);
    const { runId } = await begin('happyPath', 'READ', scenario);
    for (const said of answers) {
      await arm(call, said);
      await applyRunEvent(runId, 'verificationRequested', {
        track: 'AEP',
        step: 'APP_REGISTRATION',
      });
      const run = await runThatShows(runId, 'APP_REGISTRATION', said);
      expectShown(
        run,
        'APP_REGISTRATION',
        said,
        said === NOT_THERE ? /region may not be VA7, whose host platform\.adobe\.io/ : said.cause,
      );
      const { status, actor } = run.tracks.AEP.steps.APP_REGISTRATION!;
      expect([status, actor], nameOf(said)).toEqual(['WAITING', said.actor]);
    }
  });

  it('a token endpoint that is not there is no proof that Adobe has no app registration', async () => {
    const { scenario, arm } = anErringOrganization();
    await arm('token', NOT_THERE);
    const { runId } = await begin('happyPath', 'READ', scenario);
    const run = await runThatShows(runId, 'APP_REGISTRATION', NOT_THERE);
    expect(
      run.tracks.AEP.steps.APP_REGISTRATION!.checks.map(({ outcome }) => outcome),
    ).not.toContain('absent');
    expectShown(
      run,
      'APP_REGISTRATION',
      { ...NOT_THERE, actor: 'SYSTEM' },
      /access tokens \(IMS\) was not found on ims-na1\.adobelogin\.com/,
    );
  });
});

describe.concurrent('submitting', () => {
  /** Ends what is tried again by a refusal, so that the next can begin. */
  const LAST = GATEWAY[5]!;

  // After an unknown outcome nothing is sent for real seconds: those errors wait side by side.
  it.each<[string, Call, AdobeError[]]>([
    ['the query by name', 'byName', [...GATEWAY, REFUSED]],
    ['the query by name, for a while', 'byName', PASSING],
    ['sending', 'post', [...GATEWAY, REFUSED, NOT_THERE]],
    ...[...PASSING, CONFLICT].map((said): [string, Call, AdobeError[]] => [
      `sending, ${nameOf(said)}`,
      'post',
      [said],
    ]),
  ])('refused when %s', async (_name, call, answers) => {
    const { scenario, arm, disarm } = anErringOrganization();
    const { customer, runId } = await begin('happyPath', 'READ', scenario);
    for (const said of answers) {
      await approved(customer, runId, 'AEP');
      await arm(call, said);
      await submit(customer, runId);
      const run = await runThatShows(runId, 'SUBMISSION', said);
      expectShown(
        run,
        'SUBMISSION',
        said,
        said === NOT_THERE
          ? /does not offer customer-managed keys at this address on platform\.adobe\.io/
          : said.cause,
      );
      if (said.actor === 'SYSTEM') await arm(call, LAST);
      const isFailed = (state: Run): boolean => statusOf(state, 'AEP', 'SUBMISSION') === 'FAILED';
      const failed = await until('submission failed', runId, isFailed);
      expect(failed.tracks.AEP.steps.SUBMISSION!.actor).toBe('PARTNER');
      const refused = failed.tracks.AEP.steps.SUBMISSION!.checks.filter(
        ({ verdict }) => verdict !== 'PASS',
      );
      expect(refused.map(({ check, verdict }) => [check, verdict])).toEqual([
        ['configurationIsTaken', 'BLOCK'],
      ]);
      await disarm();
      await applyRunEvent(runId, 'stepRetried', { track: 'AEP', step: 'SUBMISSION' });
    }
  });
});

describe.concurrent('asking for the status', () => {
  it('a refused or failing poll keeps Adobe’s last status, says who must act, and alarms', async () => {
    const { scenario, arm, disarm } = anErringOrganization();
    const { customer, runId } = await begin('adobeUnknownStatus', 'READ', scenario);
    await approved(customer, runId, 'AEP');
    await submit(customer, runId);
    await until(
      'running',
      runId,
      (run) => run.tracks.AEP.steps.ACTIVATION?.externalStatus === 'PENDING_APPROVAL',
    );
    for (const said of EVERYTHING) {
      const before = (
        await until(
          'read again',
          runId,
          (run) => run.tracks.AEP.steps.ACTIVATION?.checks.length === 0,
        )
      ).anomalies.length;
      await arm('byName', said);
      await applyRunEvent(runId, 'verificationRequested', { track: 'AEP', step: 'ACTIVATION' });
      // The alarm comes later than what is shown of a refusal; it is waited for once, and where
      // nothing is shown before.
      const alarms =
        said === EVERYTHING[0] || said.actor === 'SYSTEM' || said === NOT_THERE ? 1 : 0;
      const run = await until(
        'alarm',
        runId,
        (state) =>
          state.anomalies.length >= before + alarms && !!failedCheck(state, 'ACTIVATION', said),
      );
      expectShown(
        run,
        'ACTIVATION',
        said,
        said === NOT_THERE ? /nothing at this address/ : said.cause,
      );
      const { status, actor, externalStatus } = run.tracks.AEP.steps.ACTIVATION!;
      expect([status, actor, externalStatus], nameOf(said)).toEqual([
        'WAITING',
        said.actor,
        'PENDING_APPROVAL',
      ]);
      if (alarms > 0)
        expect(run.anomalies.at(-1)!.values).toMatchObject({
          status: said.status,
          code: said.code,
        });
      expect(run.anomalies.length).toBeLessThanOrEqual(before + 1);
      await disarm();
      await applyRunEvent(runId, 'verificationRequested', { track: 'AEP', step: 'ACTIVATION' });
    }
  });
});
