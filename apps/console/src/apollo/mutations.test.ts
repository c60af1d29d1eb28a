import { describe, expect, it } from 'vitest';
import { getNamedType, isInputObjectType } from 'graphql';
import { contract } from '../fixtures/contract.ts';

// The page of a hand-off is a program of its own, whose mutations take no key.
const sources = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}', '!../generated/**', '!../handOff/**'],
  { query: '?raw', import: 'default', eager: true },
);
const documents = Object.values(sources).flatMap((source) =>
  [...source.matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text = '']) => text),
);
const mutations = documents.filter((text) => text.trim().startsWith('mutation'));

describe('mutations', () => {
  const filesWith = (pattern: RegExp) =>
    Object.entries(sources)
      .filter(([, source]) => pattern.test(source))
      .map(([path]) => path)
      .toSorted();

  it('are sent by sendMutation alone, which adds the key of their input', () => {
    expect(filesWith(/\.mutate\(|\buseMutation\b/)).toEqual(['./sendMutation.ts']);
  });

  it('keep their key until the server has answered, wherever they are sent', () => {
    expect(filesWith(/\bsendMutation\(/)).toEqual([
      '../pages/newOrganization/useActs.ts',
      './useKeywayMutation.ts',
    ]);
  });

  it('select the one fragment for user errors', () => {
    expect(mutations.length).toBeGreaterThan(20);
    expect(mutations.filter((text) => !text.includes('...UserErrorFields'))).toEqual([]);
  });

  it('take an idempotency key', () => {
    const fields = contract.getMutationType()?.getFields() ?? {};
    const without = mutations.filter((text) => {
      const name = /^\s+(\w+)\(input/m.exec(text)?.[1] ?? '';
      const input = fields[name]?.args.find((one) => one.name === 'input');
      const type = input && getNamedType(input.type);
      return !isInputObjectType(type) || !('idempotencyKey' in type.getFields());
    });
    expect(without).toEqual([]);
  });
});
