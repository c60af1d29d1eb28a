import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findRetiredTerms } from './findRetiredTerms.mjs';
import { retiredTerms } from './retiredTerms.mjs';

const terms = (path: string, text: string) => findRetiredTerms(path, text).map(({ term }) => term);

describe('a retired term is found', () => {
  test.each([
    ['in a comment', 'libs/core/src/run.ts', '// The worker is told.', ['told']],
    ['in a name', 'libs/core/src/run.ts', 'const lookedAt = faultOf(run);', ['looked', 'fault']],
    ['in a constant', 'libs/core/src/run.ts', 'const HOUSE_RULES = [];', ['house']],
    ['in a string', 'apps/api/src/x.ts', "throw new Error('its own words');", ['own words']],
    ['in a document', 'docs/index.md', 'It goes on by itself.', ['goes on', 'by itself']],
    ['in a schema', 'apps/api/src/x.graphql', '"""A wish of the house."""', ['wish', 'house']],
    ['in a message', 'apps/console/src/messages/a.en.json', '{"a":"Once more"}', ['once more']],
    [
      'in Spanish',
      'apps/console/src/messages/a.es.json',
      '{"a":"Añadir socio"}',
      ['añadir', 'socio'],
    ],
    ['in the subject of a commit', 'commit', 'fix(api): a slot is anew', ['slot', 'anew']],
  ])('%s', (_, path, text, found) => {
    expect(terms(path, text)).toEqual(found);
  });

  test('with its line and what to write instead', () => {
    expect(findRetiredTerms('docs/index.md', 'One.\nLook at it.')).toEqual([
      { line: 2, term: 'look', instead: 'check, observe, read, find' },
    ]);
  });
});

describe('no retired term is found', () => {
  test.each([
    [
      'within another word',
      'docs/index.md',
      'A warehouse, a password, an outlook, lookup, look up.',
    ],
    [
      'within a handler',
      'docs/index.md',
      'A handler handles a handshake by hand, and a hand-off, handedOff.',
    ],
    ['in an address', 'docs/index.md', 'https://example.com/house/look'],
    ['where it is the right word', 'apps/sandbox/src/faults.ts', 'const fault = faults[0];'],
    ['in a contract name', 'apps/api/src/steps.ts', 'return { nextLookAt };'],
    ['in a stored run', 'libs/core/fixtures/run.json', '{"slot":"poll"}'],
  ])('%s', (_, path, text) => {
    expect(terms(path, text)).toEqual([]);
  });

  test('but an exception is for its folder and its word alone', () => {
    expect(terms('libs/core/src/x.ts', 'const fault = 1;')).toEqual(['fault']);
    expect(terms('apps/sandbox/src/x.ts', 'the fault of a house')).toEqual(['house']);
  });
});

describe('every term', () => {
  /** One sentence for each term, in their order. */
  const sentences = [
    'A house, or two houses.',
    'A door.',
    'A room.',
    'It is troubled.',
    'The trouble.',
    'It looks.',
    'It judges.',
    'It is noted.',
    'Its standing.',
    'A stranger.',
    'It begins afresh.',
    'It starts by itself.',
    'Its wish.',
    'Telling the worker.',
    'Right would be a host.',
    'In their words.',
    'In this manner.',
    'It goes on.',
    'It holds a hand of the worker.',
    'A fault.',
    'It is laid down.',
    'A slot.',
    'It reaches for it.',
    'An opinion.',
    'It is not known whether it arrived.',
    'Not knowing it.',
    'It is attested away.',
    'The first to come.',
    'What needs you.',
    'No approval waits.',
    'Añadir una organización.',
    'El socio.',
    'It stands on the track.',
  ];

  test.each(retiredTerms.map(([term], index) => [term, sentences[index] ?? '']))(
    '%s is refused',
    (term, sentence) => {
      const wholeTerm = expect.stringMatching(new RegExp(`^(?:${term})$`)) as string;
      expect(terms('libs/core/src/a.ts', sentence)).toContainEqual(wholeTerm);
    },
  );

  test('names what to write instead', () => {
    expect(retiredTerms.filter(([, instead]) => instead === '')).toEqual([]);
  });
});

test('the repository has none', () => {
  const script = fileURLToPath(new URL('./checkTerms.mjs', import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(stdout).toMatch(/\d+ files read, 0 retired terms/);
  expect(status).toBe(0);
});
