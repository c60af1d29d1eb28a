import { ApolloLink, Observable, gql } from '@apollo/client';
import { expect, it } from 'vitest';
import { clientOf } from './clientOf.ts';

const QUERY = gql`
  query Name($id: ID!) {
    name(id: $id)
  }
`;

/** Requests that are answered as the test says; `open` has those that nobody cancelled. */
function aServer() {
  const sent: { answer: (name: string) => void; fail: () => void; isOpen: boolean }[] = [];
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
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
  return { sent, read, cached };
}

it('sends every read, also while one is under way', () => {
  const { sent, read } = aServer();
  void read();
  void read();
  expect(sent).toHaveLength(2);
});

it('answers an earlier read with what a later one got, and ends its request', async () => {
  const { sent, read, cached } = aServer();
  const reads = [read(), read(), read()];
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
  const { sent, read, cached } = aServer();
  const reads = [read(), read()];
  sent[0]!.answer('first');
  expect(await reads[0]).toBe('first');
  sent[1]!.answer('second');
  expect(await reads[1]).toBe('second');
  expect(cached()).toBe('second');
});

it('keeps reads of other variables, and of those that failed, apart', async () => {
  const { sent, read } = aServer();
  const first = read();
  const failing = read();
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
