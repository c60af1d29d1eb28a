/** Relay connections from the store's pages. `limits/operationLimits.ts` checks page sizes. */
import { InvalidCursor, type Page } from '@keyway/store';
import { GraphQLError } from 'graphql';
import type { PageInfo } from '../generated/resolverTypes.ts';
import { inSlices, madeInSlices } from '../limits/slices.ts';
import { hasText } from '../transport/pureFields.ts';

export const badUserInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/**
 * Awaits a page.
 * @throws GraphQLError with code BAD_USER_INPUT where `after` is not a cursor of this list.
 */
export async function pageOf<T>(page: Promise<Page<T>>): Promise<Page<T>> {
  try {
    return await page;
  } catch (error) {
    if (error instanceof InvalidCursor)
      throw badUserInput('"after" is not a cursor of this list. Use one from pageInfo or edges.');
    throw error;
  }
}

type Edge<T> = Page<T>['edges'][number];

export const emptyPage = { edges: [], hasNextPage: false, hasPreviousPage: false };

/** The fields of every connection. */
export const connectionResolvers = {
  nodes: <T>({ edges, madeWhenRead }: Page<T>): (T | Promise<T>)[] => {
    if (madeWhenRead) return madeInSlices(edges, (edge) => edge.node);
    const nodes = edges.map((edge) => edge.node);
    return nodes.every(hasText) ? nodes : inSlices(nodes);
  },
  edges: <T>({ edges, madeWhenRead }: Page<T>): (Edge<T> | Promise<Edge<T>>)[] =>
    !madeWhenRead && edges.every(({ node }) => hasText(node)) ? edges : inSlices(edges),
  pageInfo: <T>(page: Page<T>): PageInfo => ({
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
    startCursor: page.edges[0]?.cursor ?? null,
    endCursor: page.edges.at(-1)?.cursor ?? null,
  }),
};
