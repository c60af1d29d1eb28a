import { ApolloClient, HttpLink, gql } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { createCache } from './cache.ts';
import { persistedDocuments } from './client.ts';

interface Body {
  query?: string;
  extensions?: { persistedQuery?: { version: number; sha256Hash: string } };
}

const NAMED = Object.assign(
  gql`
    query Named {
      environment {
        version
      }
    }
  `,
  { hash: 'abc' },
);
const UNNAMED = gql`
  query Unnamed {
    environment {
      sandbox
    }
  }
`;
const CHANGE = Object.assign(
  gql`
    mutation Change {
      cancelRun {
        run {
          id
        }
      }
    }
  `,
  { hash: 'def' },
);

const DATA = {
  environment: { __typename: 'Environment', version: '1', sandbox: true },
  cancelRun: { __typename: 'RunPayload', run: null },
};

/** A client, and an api that answers a hash with this error, or knows it. */
function open(error?: { message: string; extensions: { code: string } }) {
  const bodies: Body[] = [];
  const fetch = (_url: unknown, init?: { body?: unknown }): Promise<Response> => {
    const body = JSON.parse(String(init?.body)) as Body;
    bodies.push(body);
    const answer = error && body.query === undefined ? { errors: [error] } : { data: DATA };
    const headers = { 'content-type': 'application/json' };
    return Promise.resolve(new Response(JSON.stringify(answer), { headers }));
  };
  const link = persistedDocuments(new HttpLink({ uri: 'http://api/graphql', fetch }));
  return { client: new ApolloClient({ link, cache: createCache() }), bodies };
}

const NOT_FOUND = {
  message: 'PersistedQueryNotFound',
  extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
};

describe('the documents of the console', () => {
  it('are sent as their hashes', async () => {
    const { client, bodies } = open();
    const { data } = await client.query({ query: NAMED });
    expect(data).toMatchObject({ environment: { version: '1' } });
    await client.mutate({ mutation: CHANGE });
    expect(bodies.map(({ query }) => query)).toEqual([undefined, undefined]);
    expect(bodies.map(({ extensions }) => extensions?.persistedQuery)).toEqual([
      { version: 1, sha256Hash: 'abc' },
      { version: 1, sha256Hash: 'def' },
    ]);
  });

  it('are sent as texts to an api that does not know them, once each', async () => {
    const { client, bodies } = open(NOT_FOUND);
    expect((await client.query({ query: NAMED })).data).toBeTruthy();
    expect((await client.mutate({ mutation: CHANGE })).data).toBeTruthy();
    expect(bodies.map(({ query }) => query?.split(' ')[1])).toEqual([
      undefined,
      'Named',
      undefined,
      'Change',
    ]);
  });

  it('are sent as texts where the api knows no persisted documents, and then always', async () => {
    const { client, bodies } = open({
      message: 'PersistedQueryNotSupported',
      extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
    });
    await client.query({ query: NAMED, fetchPolicy: 'network-only' });
    await client.query({ query: NAMED, fetchPolicy: 'network-only' });
    expect(bodies.map(({ query }) => query !== undefined)).toEqual([false, true, true]);
  });

  it('are sent as texts where the build knows no hash', async () => {
    const { client, bodies } = open(NOT_FOUND);
    await client.query({ query: UNNAMED });
    expect(bodies.map(({ query }) => query?.split(' ')[1])).toEqual(['Unnamed']);
    expect(bodies.map(({ extensions }) => extensions?.persistedQuery)).toEqual([undefined]);
  });

  it('are not sent again after another error', async () => {
    const { client, bodies } = open({ message: 'No', extensions: { code: 'FORBIDDEN' } });
    await expect(client.mutate({ mutation: CHANGE })).rejects.toThrow('No');
    expect(bodies).toHaveLength(1);
  });
});
