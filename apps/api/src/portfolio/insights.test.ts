/** The figures over time: of the organizations alone that somebody sees, and of few runs. */
import type { RunView } from '@keyway/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRunToApprove } from '../testing/aRunToApprove.ts';
import { anOrganization, aRun, aServer, type Client, type TestServer } from '../testing/aServer.ts';
import { readMeasuredRuns } from './measuredRuns.ts';

let server: TestServer;
let operator: Client;
let begun: string;

beforeAll(async () => {
  server = await aServer();
  operator = await server.person('OPERATOR');
  await aRunToApprove(server);
  begun = (await anOrganization(server.owner)).id;
  await aRun(operator, begun);
  await anOrganization(server.owner);
  const { id: given } = await anOrganization(server.owner);
  await operator.must('cancelRun', { runId: await aRun(operator, given), reason: 'A mistake' });
});
afterAll(() => server.close());

const FIGURES = `measuredRuns funnel { weekStart counts { phase count } }
  stepTimes { track step party count medianSeconds p90Seconds openCount }`;
const figuresOf = async (client: Client) =>
  (await client.ask(`{ portfolio { ${FIGURES} } }`)).portfolio;
const countsOf = ({ counts }: { counts: { phase: string; count: number }[] }) =>
  counts.flatMap(({ phase, count }) => (count > 0 ? [[phase, count]] : []));

describe('figures over time', () => {
  it('have organizations by phase, without cancelled runs and those that never began', async () => {
    const { measuredRuns, funnel } = await figuresOf(operator);
    expect(measuredRuns).toBe(2);
    expect(funnel).toHaveLength(12);
    // One has its AEP track ready for approval, and its CJA track is where it began.
    expect(countsOf(funnel[11])).toEqual([['PREPARATION', 2]]);
    expect(countsOf(funnel[0])).toEqual([]);
    for (const { weekStart } of funnel) expect(new Date(weekStart).getUTCDay()).toBe(1);
  });

  it('count organizations that add up to those of the portfolio with what never began', async () => {
    const ask =
      '{ portfolio { organizations funnel { counts { count } } byStatus { status count } } organizations(first: 100) { totalCount nodes { currentRun { status } } } }';
    const { portfolio, organizations } = await operator.ask(ask);
    const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
    const isBegun = ({ currentRun }: { currentRun: { status: string } | null }) =>
      currentRun !== null && currentRun.status !== 'CANCELLED';
    expect(portfolio.organizations).toBe(organizations.totalCount);
    expect(sum(portfolio.funnel.at(-1).counts)).toBe(organizations.nodes.filter(isBegun).length);
    const { measuredRuns } = await figuresOf(operator);
    const open = portfolio.byStatus.filter(
      ({ status }: { status: string }) => status !== 'CANCELLED',
    );
    expect(sum(open)).toBe(measuredRuns);
  });

  it('have what is done and what waits, by step', async () => {
    const { stepTimes } = await figuresOf(operator);
    const approval = stepTimes.find(
      ({ track, step }: { track: string; step: string }) => track === 'AEP' && step === 'APPROVAL',
    );
    expect(approval).toEqual({
      ...{ track: 'AEP', step: 'APPROVAL', party: 'PARTNER', count: 0, openCount: 1 },
      ...{ medianSeconds: null, p90Seconds: null },
    });
    const vault = stepTimes.find(({ step }: { step: string }) => step === 'VAULT');
    expect(vault).toMatchObject({ party: 'CUSTOMER', count: 1 });
    expect(vault.medianSeconds).toBeGreaterThanOrEqual(0);
  });

  it('are of the organizations alone for which somebody has a role', async () => {
    const theirs = await figuresOf(await server.person('AUDITOR', undefined, [begun]));
    expect(theirs.measuredRuns).toBe(1);
    expect(countsOf(theirs.funnel[11])).toEqual([['PREPARATION', 1]]);
    const none = await figuresOf(await server.otherOwner());
    expect([none.measuredRuns, none.stepTimes, countsOf(none.funnel[11])]).toEqual([0, [], []]);
  });

  it('leave out what is archived', async () => {
    const { id } = await anOrganization(server.owner);
    await aRun(operator, id);
    expect((await figuresOf(operator)).measuredRuns).toBe(3);
    await server.owner.must('archiveOrganization', { organizationId: id, reason: 'x' });
    expect((await figuresOf(operator)).measuredRuns).toBe(2);
  });

  it.each([0, -1, 53])('refuse %i weeks', async (weeks) => {
    const asked = operator.ask(
      'query($w: Int!) { portfolio { funnel(weeks: $w) { weekStart } } }',
      {
        w: weeks,
      },
    );
    await expect(asked).rejects.toThrow('Use 1 to 52');
  });

  it('stop at a thousand runs, however many there are', async () => {
    // Cast: only the nodes are read.
    const node = { startedAt: '', completedAt: null, tracks: [] } as unknown as RunView;
    const runSummaries = () => {
      const edges = Array.from({ length: 100 }, () => ({ cursor: 'next', node }));
      return Promise.resolve({ edges, hasNextPage: true, hasPreviousPage: false });
    };
    expect(await readMeasuredRuns({ runSummaries })).toHaveLength(1000);
  });
});
