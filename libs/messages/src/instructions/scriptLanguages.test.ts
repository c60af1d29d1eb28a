/** A script in Spanish runs the same commands as in English; only what people read differs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Locale, LOCALES, type Run, STEP_IDS, TRACK_IDS } from '@keyway/core';
import { DrivenRun } from '@keyway/core/testing';
import { aRunOnAws, AWS_SITUATIONS } from '../../testing/awsSituations.ts';
import {
  DENY,
  GROUP,
  OFF,
  type Place,
  resourceIdOf,
  runAt,
  instructionsAt,
  SITUATIONS,
  SUBNET,
} from '../../testing/scriptSituations.ts';
import { messagesIn } from '../messagesIn.ts';
import { instructionsFor } from './instructionsFor.ts';

const RUNS: [string, Run][] = [
  ...Object.entries(SITUATIONS).map(([name, place]): [string, Run] => [name, runAt(place)]),
  ['nothing known', new DrivenRun().run],
  ['all prepared', new DrivenRun().prepare().run],
  ...Object.entries(AWS_SITUATIONS).map(([name, place]): [string, Run] => [name, aRunOnAws(place)]),
];

/** A comment, or the description of a parameter in Bicep or of a variable in Terraform. */
const READ_BY_PEOPLE =
  /(?<=^|\s)(?:#|\/\/) .*$|(?<=@description\(').*(?='\))|(?<= description = ").*(?=")/gm;

/** The script as it runs, with each placeholder under its name in the catalog. */
function codeOf(text: string, locale: Locale): string {
  let code = text.replace(READ_BY_PEOPLE, '');
  for (const [name, placeholder] of Object.entries(messagesIn(locale).instructions.placeholders))
    code = code.replaceAll(`<${placeholder}>`, `<${name}>`);
  return code;
}

const scriptsOf = (run: Run, locale: Locale): string[] =>
  TRACK_IDS.flatMap((track) =>
    STEP_IDS.flatMap((step) => instructionsFor(run, track, step, locale)?.scripts ?? []),
  ).map(({ text }) => text);

describe.each(RUNS)('%s', (_name, run) => {
  const [english, spanish] = [scriptsOf(run, 'en'), scriptsOf(run, 'es')];

  it('runs the same commands', () => {
    expect(spanish.map((text) => codeOf(text, 'es'))).toEqual(
      english.map((text) => codeOf(text, 'en')),
    );
  });

  it('has no comment or description in English', () => {
    const readIn = (scripts: string[]) =>
      scripts.flatMap((text) => [...text.matchAll(READ_BY_PEOPLE)].map(([text]) => text));
    const [inEnglish, inSpanish] = [readIn(english), readIn(spanish)];
    expect(inSpanish).toHaveLength(inEnglish.length);
    expect(inSpanish.filter((text) => inEnglish.includes(text))).toEqual([]);
  });
});

it('keeps a comment on its line, whatever it names', () => {
  const placeNamed = (text: string): Place => ({
    vault: {
      ...OFF,
      resourceId: resourceIdOf({}).replace(GROUP, () => text),
      networkAcls: { ...DENY, virtualNetworkRules: [`${SUBNET}${text}`] },
    },
    assignments: [],
  });
  const linesOf = (text: string, locale: Locale): number[] =>
    (['VAULT', 'NETWORK', 'ROLE'] as const).flatMap((step) =>
      instructionsAt(placeNamed(text), step, locale).scripts.map(
        (script) => script.text.split(/[\n\r\u0085\u2028\u2029]/).length,
      ),
    );
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('\n}', '\r\nid', "a'\u2028id", '*/ x /*', '#>', '{group}', "'{'x"),
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom(...LOCALES), (text, locale) => {
      const name = `${text.replaceAll('/', '-')}x`;
      expect(linesOf(name, locale)).toEqual(linesOf('x', locale));
    }),
    { numRuns: 25 },
  );
});
