/** Every message of both languages is well-formed, and both name the same arguments. */
import { type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser';
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

it('has no text that a generator left to be written', () => {
  expect([...en, ...es].filter(([, text]) => /\bTODO\b/.test(text))).toEqual([]);
});

describe('both languages name the same arguments', () => {
  it.each(en)('%s', (path, english) => {
    expect(argumentsIn(es.get(path)!)).toEqual(argumentsIn(english));
  });
});

/** Names, codes, parts of commands, and texts that are Spanish too. */
const SAME = new Set([
  ...['Adobe', 'AWS', 'Azure', 'Keyway', 'Experience Platform', 'Customer Journey Analytics'],
  ...['Chat', 'Slack', 'Microsoft Teams', 'Teams'],
  ...['Claim', 'ID', 'No', 'Shield', 'Auditor', 'Australia (AUS5)', 'India (IND2)'],
  'Azure Resource Manager',
  ...['Healthcare Shield', 'Privacy & Security Shield', 'shield', 'Premium', 'OWNER'],
  ...['HTTP', ', HTTP', '(host', ', host', 'bits', 'no', 'auditor'],
  ...['--ip-address', 'az keyvault update --name'],
  ...['az keyvault network-rule add --name', ': az keyvault network-rule add --name'],
]);

/** The parts of a message that are text, in every branch. */
const literalsOf = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if ('options' in element)
      return Object.values(element.options).flatMap(({ value }) => literalsOf(value));
    return element.type === 0 ? [element.value.trim()] : [];
  });
const literalsIn = (message: string): string[] =>
  literalsOf(parse(message, { ignoreTag: true })).filter((text) => /\p{L}/u.test(text));

describe('no text is in English in both languages', () => {
  const same = en.flatMap(([path, english]) => {
    const spanish = literalsIn(es.get(path)!);
    return literalsIn(english)
      .filter((text) => spanish.includes(text))
      .map((text) => ({ path, text }));
  });

  it('except for what is the same in both', () => {
    expect(same.filter(({ text }) => !SAME.has(text))).toEqual([]);
  });

  it('and every exception is one', () => {
    expect([...SAME].filter((text) => !same.some((one) => one.text === text))).toEqual([]);
  });
});
