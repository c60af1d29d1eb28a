import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { parse } from 'graphql';
import { expect, it, vi } from 'vitest';
import { withCurrentOperation } from '../src/graphiql/currentOperation.ts';

const sent = (params: FetcherParams, late?: string) => {
  const fetcher = vi.fn<Fetcher>(() => ({ data: {} }));
  withCurrentOperation(fetcher)(params, {
    headers: { a: 'b' },
    ...(late && { documentAST: parse(late) }),
  });
  const [got, options] = fetcher.mock.calls[0]!;
  return { got, options };
};

it('takes the name from the text, not from the tab before', () => {
  const query = 'query Stuck { viewer { name } }';
  const { got, options } = sent({ query, operationName: 'WhoAmI' }, 'query WhoAmI { viewer }');
  expect(got).toEqual({ query, operationName: 'Stuck' });
  expect(options).toEqual({ headers: { a: 'b' }, documentAST: parse(query) });
});

it('keeps the name of one operation among several', () => {
  const params = { query: 'query A { a } subscription B { b }', operationName: 'B', variables: {} };
  const { got, options } = sent(params, 'query A { a }');
  expect(got).toEqual(params);
  expect(options?.documentAST?.definitions).toHaveLength(2);
});

it('drops the name of the tab before where there are several operations, or one without', () => {
  for (const query of ['query A { a } query B { b }', '{ a }'])
    expect(sent({ query, operationName: 'WhoAmI' }).got).toEqual({ query, operationName: null });
});

it('passes a text with a mistake as it is', () => {
  const params = { query: 'query {', operationName: 'WhoAmI' };
  const { got, options } = sent(params);
  expect(got).toEqual(params);
  expect(options).toEqual({ headers: { a: 'b' } });
});
