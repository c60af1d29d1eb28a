import { gql } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { createCache } from './cache.ts';

const QUERY = gql`
  query ($after: String) {
    history(first: 2, after: $after) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

/** A cache that has read these pages, each after the one before it. */
function cacheWith(...pages: string[][]) {
  const cache = createCache();
  const read = (ids: readonly string[], after?: string) => {
    const edges = ids.map((id) => ({ cursor: id, node: { __typename: 'HistoryEntry', id } }));
    const pageInfo = { hasNextPage: true, endCursor: ids.at(-1) ?? null };
    cache.writeQuery({
      query: QUERY,
      variables: { after },
      data: { history: { edges, pageInfo } },
    });
  };
  pages.forEach((ids, at) => read(ids, pages[at - 1]?.at(-1)));
  const history = () =>
    cache.readQuery<{
      history: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } };
    }>({ query: QUERY })?.history;
  return {
    read,
    ids: () => history()?.edges.map(({ node }) => node.id),
    end: () => history()?.pageInfo.endCursor,
  };
}

describe('the pages of the history in the cache', () => {
  it('stay when the first one is read again', () => {
    const { read, ids, end } = cacheWith(['d', 'c'], ['b', 'a']);
    read(['e', 'd']);
    expect(ids()).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(end()).toBe('a');
  });

  it('are replaced where entries between them and the first one were not read', () => {
    const { read, ids, end } = cacheWith(['d', 'c'], ['b', 'a']);
    read(['g', 'f']);
    expect(ids()).toEqual(['g', 'f']);
    expect(end()).toBe('f');
  });
});

describe('the health of keys in the cache', () => {
  const HEALTH = gql`
    query ($id: ID!) {
      organization(id: $id) {
        id
        keyHealth {
          health
          version
        }
      }
    }
  `;
  it('is not undone by an answer that comes after a later event', () => {
    const cache = createCache();
    const write = (health: string, version: number) =>
      cache.writeQuery({
        query: HEALTH,
        variables: { id: 'a' },
        data: {
          organization: { __typename: 'Organization', id: 'a', keyHealth: { health, version } },
        },
      });
    const read = () =>
      cache.readQuery<{ organization: { keyHealth: { health: string } } }>({
        query: HEALTH,
        variables: { id: 'a' },
      })?.organization.keyHealth.health;
    write('HEALTHY', 3);
    write('REVOKED', 4);
    write('HEALTHY', 3);
    expect(read()).toBe('REVOKED');
    write('HEALTHY', 5);
    expect(read()).toBe('HEALTHY');
  });
});
