/** Every message of both languages is well-formed, and both name the same arguments. */
import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { argumentsOf } from './format.ts';
import { messagesIn } from './messagesIn.ts';

type Tree = string | { readonly [name: string]: Tree };

/** `checks.keyExists.title` with its message, for every message. */
function flat(tree: Tree, path = ''): [path: string, message: string][] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree).flatMap(([name, part]) => flat(part, `${path}.${name}`));
}

const en = flat(messagesIn('en') as unknown as Tree);
const es = new Map(flat(messagesIn('es') as unknown as Tree));
const argumentsIn = (message: string) =>
  [...argumentsOf(parse(message, { ignoreTag: true }))].map((entry) => entry.join(' ')).sort();

it('has the same messages in both languages', () => {
  expect(en.length).toBeGreaterThan(600);
  expect([...es.keys()].sort()).toEqual(en.map(([path]) => path).sort());
});

describe('both languages name the same arguments', () => {
  it.each(en)('%s', (path, english) => {
    expect(argumentsIn(es.get(path)!)).toEqual(argumentsIn(english));
  });
});
