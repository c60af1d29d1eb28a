import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { aContext, CALL_OUTCOME_CASES, OUTCOME_CASES, unreadable } from '@keyway/core/testing';
import {
  CHECK_IDS,
  type CheckId,
  CHECKS,
  type CheckValues,
  CONNECTOR_ERROR_KINDS,
  type ConnectorErrorKind,
  evaluateBody,
  evaluateStep,
  type Evaluation,
  LOCALES,
  validateConfigurationName,
  validateShield,
} from '@keyway/core';
import type { AnyCheckMessages } from '../checkMessages.ts';
import { argumentsOf } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { describeCheck } from './describeCheck.ts';

/** Every outcome as some evaluation really gives it, with its values. */
const EVALUATED: [CheckId, Evaluation][] = [
  ...OUTCOME_CASES.map(({ check, facts, context }): [CheckId, Evaluation] => [
    check,
    evaluateStep(facts, aContext(context)).find((result) => result.check === check)!,
  ]),
  ...CALL_OUTCOME_CASES,
  ['shieldIsEntitled', validateShield('AZURE', 'HEALTHCARE_SHIELD')],
  ['shieldIsEntitled', validateShield('AWS', 'HEALTHCARE_SHIELD')],
  ['shieldIsEntitled', validateShield('AZURE', null)],
  ...['keyway', 'Config1', '', ' a', '..'].map((name): [CheckId, Evaluation] => [
    'configurationNameIsSafe',
    validateConfigurationName(name),
  ]),
  ...['{"imsOrgId":"A"}', '{"imsOrgId":"B"}', '{'].map((body): [CheckId, Evaluation] => [
    'bodyNamesSameOrganization',
    evaluateBody(body, 'A'),
  ]),
];

const namesOf = (message: string): string[] => [
  ...argumentsOf(parse(message, { ignoreTag: true })).keys(),
];

/** Rendered from the failed call that a check's values keep. */
const OF_A_FAILURE = ['answer', 'failureCause', 'failureRemedy'];
/** Given for a reader who sees all other organizations, and to nobody else. */
const OF_THE_READER = ['others'];
/** What a text may name: values, what is rendered from them, and what the reader may see. */
const namesIn = (values: CheckValues): string[] => [
  ...Object.keys(values),
  ...OF_A_FAILURE,
  ...OF_THE_READER,
  ...('given' in values ? ['problems'] : []),
];

const allTexts = (text: AnyCheckMessages['outcomes'][string]): string[] =>
  typeof text === 'string' ? [text] : Object.values(text);

describe.each(LOCALES)('texts in %s', (locale) => {
  it.each(
    EVALUATED.map(
      ([check, evaluation]) => [`${check}: ${evaluation.outcome}`, check, evaluation] as const,
    ),
  )('%s', (_name, check, evaluation) => {
    const texts: AnyCheckMessages = messagesIn(locale).checks[check];
    const text = texts.outcomes[evaluation.outcome]!;
    const values: CheckValues = evaluation.values ?? {};
    for (const placeholder of allTexts(text).flatMap(namesOf))
      expect(namesIn(values), `{${placeholder}}`).toContain(placeholder);
    const described = describeCheck({ check, ...evaluation }, locale);
    expect(described.observed).toBeTruthy();
    if (evaluation.verdict === 'PASS') return;
    expect(described.cause).toMatch(/\.$/);
    expect(described.remedy).toBeTruthy();
    // A whole set of placeholders without a value would say "unknown" everywhere.
    expect(JSON.stringify(described)).not.toMatch(/undefined|\[object|NaN/);
  });

  it('names other organizations only where the reader may see them', () => {
    const shared = EVALUATED.find(
      ([check, { outcome }]) => check === 'vaultIsNotShared' && outcome === 'shared',
    )!;
    const result = { check: shared[0], ...shared[1] };
    const toAll = JSON.stringify(describeCheck(result, locale, ['Fabrikam']));
    expect(toAll).toContain('Fabrikam');
    const toSome = JSON.stringify(describeCheck(result, locale));
    expect(toSome).not.toMatch(/Fabrikam|\d|organizations|organizaciones/);
  });

  it('covers every outcome a check declares, and no other', () => {
    const evaluated = new Set(EVALUATED.map(([check, { outcome }]) => `${check}: ${outcome}`));
    for (const check of CHECK_IDS) {
      const declared = Object.keys(CHECKS[check].outcomes).sort();
      expect(Object.keys(messagesIn(locale).checks[check].outcomes).sort(), check).toEqual(
        declared,
      );
      for (const outcome of declared) expect([...evaluated]).toContain(`${check}: ${outcome}`);
    }
  });

  it('names cause and remedy for every verdict but PASS, and titles without placeholders', () => {
    for (const check of CHECK_IDS) {
      const texts: AnyCheckMessages = messagesIn(locale).checks[check];
      expect(namesOf(texts.title + texts.expected)).toEqual([]);
      for (const [outcome, verdict] of Object.entries(CHECKS[check].outcomes))
        expect(typeof texts.outcomes[outcome] === 'string', `${check}: ${outcome}`).toBe(
          verdict === 'PASS',
        );
    }
  });

  it.each(CONNECTOR_ERROR_KINDS)(
    'explains what is unreadable because of %s',
    (kind: ConnectorErrorKind) => {
      const observation = unreadable<never>('denied', 'Microsoft.KeyVault/vaults/read');
      if (observation.outcome !== 'unreadable') throw new Error('not unreadable');
      const [result] = evaluateStep(
        { step: 'NETWORK', vault: { ...observation, failure: { ...observation.failure, kind } } },
        aContext(),
      );
      const described = describeCheck(result!, locale);
      expect(described.observed).toContain('the upstream message');
      expect(described.cause && described.remedy).toBeTruthy();
      if (kind === 'denied') expect(described.remedy).toContain('Microsoft.KeyVault/vaults/read');
      expect(JSON.stringify(described)).not.toMatch(/\{[a-zA-Z]+\}/);
    },
  );
});

describe('languages', () => {
  it('differ', () => {
    for (const check of CHECK_IDS)
      expect(messagesIn('es').checks[check].title, check).not.toBe(
        messagesIn('en').checks[check].title,
      );
  });

  it('show values that resemble placeholders as they are', () => {
    const described = describeCheck(
      { check: 'keyTypeIsRsa', outcome: 'otherType', values: { type: '{key} $&' } },
      'en',
    );
    expect(described.observed).toBe('{key} $&');
  });

  it('say of a firewall without a default action that it is unknown, and not that it is open', () => {
    const { facts } = OUTCOME_CASES.findLast(
      ({ check, outcome }) => check === 'networkAdmitsAdobe' && outcome === 'unclear',
    )!;
    expect(describeCheck(evaluateStep(facts, aContext())[0]!, 'en').observed).toContain(
      'default action unknown',
    );
  });

  it('show an outcome of another version by its code', () => {
    expect(describeCheck({ check: 'keyExists', outcome: 'constructor' }, 'en')).toMatchObject({
      observed: 'constructor',
      cause: null,
    });
  });
});
