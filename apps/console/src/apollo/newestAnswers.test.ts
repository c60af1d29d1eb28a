import { ApolloLink, Observable, gql } from '@apollo/client';
import { expect, it } from 'vitest';
import { clientOf } from './clientOf.ts';
import { setLiveConnection } from './liveConnection.ts';

const QUERY = gql`
  query Name($id: ID!) {
    name(id: $id)
  }
`;

const CHANGED = gql`
  subscription Changed {
    changed
  }
`;

/** Requests that are answered as the test says; `isOpen` until they are ended. */
function aServer() {
  const sent: { answer: (name: string) => void; fail: () => void; isOpen: boolean }[] = [];
  const pushes = new Set<() => void>();
  const link = new ApolloLink(
    ({ operationName }) =>
      new Observable((observer) => {
        if (operationName === 'Changed') {
          pushes.add(() => observer.next({ data: { changed: true } }));
          return undefined;
        }
        const request = {
          answer: (name: string) => {
            observer.next({ data: { name } });
            observer.complete();
          },
          fail: () => observer.error(new Error('lost')),
          isOpen: true,
        };
        sent.push(request);
        return () => (request.isOpen = false);
      }),
  );
  const client = clientOf(link);
  client.subscribe({ query: CHANGED }).subscribe({});
  const read = async (id = 'a') => {
    const { data } = await client.query<{ name: string }>({
      query: QUERY,
      variables: { id },
      fetchPolicy: 'network-only',
    });
    return data?.name;
  };
  const cached = (id = 'a') =>
    client.readQuery<{ name: string }>({ query: QUERY, variables: { id } })?.name;
  const change = () => pushes.forEach((push) => push());
  /** Reads before and after a change that it hears of meanwhile. */
  const readAround = (count: number) =>
    Array.from({ length: count }, (_, place) => {
      if (place > 0) change();
      return read();
    });
  return { sent, read, readAround, cached };
}

it('shares a request while nothing changes', async () => {
  const { sent, read } = aServer();
  const reads = [read(), read()];
  expect(sent).toHaveLength(1);
  sent[0]!.answer('one');
  expect(await Promise.all(reads)).toEqual(['one', 'one']);
});

it('sends another one once it is known that something changed', () => {
  const { sent, readAround } = aServer();
  void Promise.allSettled(readAround(2));
  expect(sent).toHaveLength(2);
});

it('sends another one once the live connection is back', () => {
  const { sent, read } = aServer();
  void read();
  setLiveConnection('live');
  setLiveConnection('reconnecting');
  setLiveConnection('live');
  void read();
  expect(sent).toHaveLength(2);
});

it('answers an earlier read with what a later one got, and ends its request', async () => {
  const { sent, readAround, cached } = aServer();
  const reads = readAround(3);
  sent[1]!.answer('second');
  expect(await Promise.all(reads.slice(0, 2))).toEqual(['second', 'second']);
  expect(sent.map(({ isOpen }) => isOpen)).toEqual([false, false, true]);
  sent[0]!.answer('first');
  expect(cached()).toBe('second');
  sent[2]!.answer('third');
  expect(await reads[2]).toBe('third');
  expect(cached()).toBe('third');
});

it('answers each in turn where the answers come in turn', async () => {
  const { sent, readAround, cached } = aServer();
  const reads = readAround(2);
  sent[0]!.answer('first');
  expect(await reads[0]).toBe('first');
  sent[1]!.answer('second');
  expect(await reads[1]).toBe('second');
  expect(cached()).toBe('second');
});

it('keeps reads of other variables, and of those that failed, apart', async () => {
  const { sent, read, readAround } = aServer();
  const [first, failing] = readAround(2) as [Promise<unknown>, Promise<unknown>];
  const other = read('b');
  sent[2]!.answer('of b');
  expect(await other).toBe('of b');
  const failed = failing.catch((error: unknown) => String(error));
  sent[1]!.fail();
  expect(await failed).toContain('lost');
  sent[0]!.answer('of a');
  expect(await first).toBe('of a');
  const again = read();
  sent[3]!.answer('again');
  expect(await again).toBe('again');
});
