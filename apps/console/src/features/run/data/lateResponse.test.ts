/**
 * A mutation's response can arrive after a newer update was pushed. Both are written to the cache.
 */
import { ApolloLink, Observable, gql } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { clientOf } from '../../../apollo/clientOf.ts';
import { RUNS_CHANGED } from './runsChanged.ts';
import { pickNewerRun } from './pickNewerRun.ts';

interface Shown {
  id: string;
  version: number;
  sentence: string;
}
const FIELDS = '{ id version sentence status waitingOn updatedAt progress { done total } }';
const QUERY = gql`query RunPage { run(id: "r1") ${FIELDS} }`;
const PUSHED = gql`subscription RunChanged { runChanged(runId: "r1") ${FIELDS} }`;
const VERIFY = gql`mutation Verify { verify { run ${FIELDS} } }`;

const at = (version: number) => ({
  __typename: 'Run',
  id: 'r1',
  version,
  sentence: `as of ${version}`,
  status: 'ACTIVE',
  waitingOn: [],
  updatedAt: `2026-01-01T00:00:${version}Z`,
  progress: { __typename: 'Progress', done: version, total: 19 },
});

/**
 * A page that shows the run's version 12, and a server that responds when the test says so.
 */
async function openPage() {
  const waiting = new Map<string, (data: object) => void>();
  const link = new ApolloLink(
    ({ operationName }) =>
      new Observable((observer) => {
        waiting.set(operationName ?? '', (data) => {
          observer.next({ data });
          if (operationName !== 'RunChanged' && operationName !== 'RunsChanged')
            observer.complete();
        });
      }),
  );
  const client = clientOf(link);
  const say = async (operation: string, data: object) => {
    await expect.poll(() => waiting.has(operation)).toBe(true);
    waiting.get(operation)?.(data);
    // Apollo notifies its watchers in a later turn.
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  let shown: Shown | null = null;
  const take = (run?: Shown | null) => (shown = pickNewerRun(shown, run ?? null, 'r1'));
  client
    .watchQuery<{ run: Shown }>({ query: QUERY })
    .subscribe(({ data }) => take(data?.run as Shown | undefined));
  client
    .subscribe<{ runChanged: Shown }>({ query: PUSHED })
    .subscribe(({ data }) => take(data?.runChanged));
  client.subscribe({ query: RUNS_CHANGED, variables: { locale: 'en' } }).subscribe(() => undefined);
  await say('RunPage', { run: at(12) });
  const cached = () => client.readQuery<{ run: Shown }>({ query: QUERY })?.run.version;
  return { client, say, shown: () => shown, cached };
}

describe('an answer that is late', () => {
  it('does not take back what was pushed before it, though the cache holds it', async () => {
    const { client, say, shown, cached } = await openPage();
    const answered = client.mutate({ mutation: VERIFY });
    await say('RunChanged', { runChanged: at(14) });
    expect(shown()).toMatchObject({ version: 14, sentence: 'as of 14' });
    await say('Verify', { verify: { __typename: 'VerifyPayload', run: at(13) } });
    await answered;
    expect(cached()).toBe(13);
    expect(shown()).toMatchObject({ version: 14, sentence: 'as of 14' });
  });

  it('does not become the newest by a change that carries a few fields of a newer run', async () => {
    const { client, say, shown } = await openPage();
    const answered = client.mutate({ mutation: VERIFY });
    await say('RunChanged', { runChanged: at(14) });
    await say('Verify', { verify: { __typename: 'VerifyPayload', run: at(13) } });
    await answered;
    await say('RunsChanged', { runsChanged: at(14) });
    expect(shown()).toMatchObject({ version: 14, sentence: 'as of 14' });
  });

  it('is followed by what is newer still', async () => {
    const { client, say, shown } = await openPage();
    const answered = client.mutate({ mutation: VERIFY });
    await say('RunChanged', { runChanged: at(14) });
    await say('Verify', { verify: { __typename: 'VerifyPayload', run: at(15) } });
    await answered;
    expect(shown()).toMatchObject({ version: 15, sentence: 'as of 15' });
  });

  it('and the first push, which is the run as it is, closes the gap after the first answer', async () => {
    const { say, shown } = await openPage();
    await say('RunChanged', { runChanged: at(13) });
    expect(shown()).toMatchObject({ version: 13, sentence: 'as of 13' });
  });
});
