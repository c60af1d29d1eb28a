/**
 * Every text for people, made of every value it can meet, in both languages: what must be in none
 * of them.
 */
import { describe, expect, it } from 'vitest';
import {
  aContext,
  aFailure,
  CALL_OUTCOME_CASES,
  OUTCOME_CASES,
  situations,
} from '@keyway/core/testing';
import { flawsOf, type ShownText } from '../testing/textFlaws.ts';
import {
  ACTORS,
  ADOBE_HINTS,
  AWS_HINTS,
  AZURE_HINTS,
  CHECK_IDS,
  CLOUDS,
  type CheckId,
  type CheckResult,
  CHECKS,
  type CheckValues,
  CONNECTOR_ERROR_KINDS,
  entryData,
  evaluateBody,
  evaluateStep,
  type Evaluation,
  type EventData,
  type EventKind,
  failureOfCheck,
  failureValues,
  type Locale,
  LOCALES,
  STEP_IDS,
  TRACK_IDS,
  transition,
  validateConfigurationName,
  validateShield,
} from '@keyway/core';
import { instructionsFor } from './instructions/instructionsFor.ts';
import { irreversibleConsequences } from './irreversibleConsequences.ts';
import { ticketText } from './ticketText.ts';
import { describeAnomaly } from './describeAnomaly.ts';
import { describeCheck } from './checks/describeCheck.ts';
import { describeEvent } from './history/describeEvent.ts';
import { describeRun } from './steps/describeRun.ts';
import { describeStep } from './steps/describeStep.ts';
import { describeRefusal } from './describeRefusal.ts';
import { messagesIn } from './messagesIn.ts';
import { actorName, stepTitle } from './names.ts';

const SITUATIONS = situations();

const EVALUATED: [CheckId, Evaluation][] = [
  ...OUTCOME_CASES.flatMap(({ facts, context }) =>
    evaluateStep(facts, aContext(context)).map((result): [CheckId, Evaluation] => [
      result.check,
      result,
    ]),
  ),
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
/** Outcomes that need their failed call. */
const OF_A_CALL = ['refused', 'notAnswered', 'notRead'];
/** The same with values that are not known, and every outcome of the catalog with none at all. */
const BARE: [CheckId, Evaluation][] = [
  ...EVALUATED.filter(([, evaluation]) => failureOfCheck(evaluation) === null).map(
    ([check, { values, ...rest }]): [CheckId, Evaluation] => [
      check,
      {
        ...rest,
        values: Object.fromEntries(Object.keys(values ?? {}).map((name) => [name, null])),
      },
    ],
  ),
  ...CHECK_IDS.flatMap((check) =>
    Object.entries(CHECKS[check].outcomes)
      .filter(([outcome]) => !OF_A_CALL.includes(outcome))
      .map(([outcome, verdict]): [CheckId, Evaluation] => [check, { outcome, verdict }]),
  ),
];
/** A check of each cloud, and its documented codes. */
const HINTS = {
  adobe: { check: 'appRegistrationHoldsTogether', codes: ADOBE_HINTS },
  azure: { check: 'vaultExists', codes: AZURE_HINTS },
  aws: { check: 'kmsKeyExists', codes: AWS_HINTS },
} as const;
/** Every kind and every documented code of failed calls, answered and not. */
const FAILED: [CheckId, Evaluation][] = (['adobe', 'azure', 'aws'] as const).flatMap((cloud) =>
  [null, 'X-1', ...Object.keys(HINTS[cloud].codes)].flatMap((code) =>
    CONNECTOR_ERROR_KINDS.flatMap((kind) =>
      [null, 403, 409, 503].flatMap((status) =>
        ['Profile is not valid.', 'HTTP 403', ''].map((message): [CheckId, Evaluation] => {
          const failure = aFailure({
            kind,
            code,
            status,
            message,
            permission: kind === 'denied' ? 'Microsoft.KeyVault/vaults/read' : null,
          });
          const values: CheckValues = failureValues(failure, cloud, aContext().organization);
          return [HINTS[cloud].check, { verdict: 'UNKNOWN', outcome: 'unreadable', values }];
        }),
      ),
    ),
  ),
);

function ofChecks(
  evaluated: readonly (readonly [CheckId, Evaluation])[],
  locale: Locale,
): ShownText[] {
  return evaluated.flatMap(([check, evaluation]) => {
    const { title, observed, expected, cause, remedy } = describeCheck(
      { check, ...evaluation },
      locale,
    );
    const from = `${check}: ${evaluation.outcome}`;
    const part = (kind: ShownText['kind'], text: string | null): ShownText[] =>
      text === null ? [] : [{ from, kind, locale, text }];
    return [
      ...part('phrase', title),
      ...part('phrase', expected),
      ...part('phrase', observed),
      ...part('cause', cause),
      ...part('remedy', remedy),
    ];
  });
}

function ofSituations(locale: Locale): ShownText[] {
  return SITUATIONS.flatMap(([from, { run, now }]) => [
    { from, kind: 'sentence' as const, locale, text: describeRun(run, now, locale) },
    ...TRACK_IDS.flatMap((track) =>
      STEP_IDS.flatMap((step): ShownText[] => {
        const place = `${from}, ${track} ${step}`;
        const instructions = instructionsFor(run, track, step, locale);
        return [
          {
            from: place,
            kind: 'sentence',
            locale,
            text: describeStep(run, track, step, now, locale),
          },
          ...(instructions
            ? [{ from: place, kind: 'instruction' as const, locale, text: instructions.text }]
            : []),
          ...(instructions?.scripts ?? []).map(({ tool, text }): ShownText => ({
            from: `${place} ${tool}`,
            kind: 'script',
            locale,
            text,
          })),
          ...ofChecks(
            (run.tracks[track].steps[step]?.checks ?? []).map((result): [CheckId, CheckResult] => [
              result.check,
              result,
            ]),
            locale,
          ),
        ];
      }),
    ),
    ...[ticketText(run, locale, now)]
      .filter((text) => text !== null)
      .map((text): ShownText => ({ from, kind: 'document', locale, text })),
    ...run.anomalies.map((anomaly): ShownText => ({
      from,
      kind: 'sentence',
      locale,
      text: describeAnomaly(anomaly, locale),
    })),
  ]);
}

function ofHistory(locale: Locale): ShownText[] {
  const entries = SITUATIONS.flatMap(([from, { events }]) => {
    let run = null as Parameters<typeof transition>[0];
    return events.map((event) => {
      const before = run;
      const outcome = transition(before, event);
      if ('refusal' in outcome) throw new Error(outcome.refusal.reason);
      run = outcome.run;
      return { from, kind: event.kind, data: entryData(event, outcome.run, before) };
    });
  });
  const bare = Object.keys(messagesIn('en').history).flatMap((kind) =>
    [{}, { failure: aFailure() }].map((data) => ({ from: 'bare', kind, data })),
  );
  return [...entries, ...bare].map(({ from, kind, data }) => ({
    from: `${from}: ${kind}`,
    kind: 'history',
    locale,
    text: describeEvent(kind, data, locale),
  }));
}

/** What every situation refuses of all that may be requested. */
function refusals(locale: Locale): ShownText[] {
  const asked = <K extends EventKind>(kind: K, data: EventData[K]): [EventKind, unknown] => [
    kind,
    data,
  ];
  const requests = TRACK_IDS.flatMap((track) => [
    ...STEP_IDS.flatMap((step) => [
      asked('verificationRequested', { track, step }),
      asked('stepAttested', { track, step, statement: '', reference: null }),
      asked('stepAttested', { track, step, statement: 'said', reference: null }),
      asked('stepRetried', { track, step }),
    ]),
    ...CHECK_IDS.map((check) => asked('checkOverridden', { track, check, reason: '' })),
    asked('keyProvided', { track, keyIdentifier: 'http://x/secrets/a', vaultResourceId: null }),
    asked('approvalRequested', { track, principal: 'member:operator' }),
    asked('approvalGranted', {
      track,
      principal: 'member:operator',
      confirmImsOrgId: '',
      comment: null,
    }),
    asked('approvalGranted', {
      track,
      principal: 'member:other',
      confirmImsOrgId: '',
      comment: null,
    }),
    asked('approvalRefused', { track, principal: 'member:other', reason: '' }),
    asked('submissionRequested', { submissionId: 's', configurationName: '', confirmImsOrgId: '' }),
    asked('submissionRequested', {
      submissionId: 's',
      configurationName: 'keyway',
      confirmImsOrgId: '',
    }),
    asked('ticketRecorded', { caseNumber: '', openedAt: null, url: null }),
    asked('ticketRecorded', { caseNumber: 'E', openedAt: '2099-01-01T00:00:00.000Z', url: null }),
    asked('cjaConfirmed', { confirmedBy: '', confirmedAt: null, text: '' }),
    asked('runCancelled', { reason: '' }),
  ]);
  const texts = SITUATIONS.flatMap(([from, { run, now }]) =>
    requests.flatMap(([kind, data]): ShownText[] => {
      const outcome = transition(run, {
        id: 'e',
        at: now,
        actor: { principal: 'member:operator', name: 'Omar', origin: 'console' },
        kind,
        data,
      } as never);
      return 'refusal' in outcome
        ? [
            {
              from: `${from}: ${kind}`,
              kind: 'refusal',
              locale,
              text: describeRefusal(outcome.refusal, locale),
            },
          ]
        : [];
    }),
  );
  return texts;
}

function flawed(texts: readonly ShownText[]): string[] {
  const found = texts.flatMap((shown) =>
    flawsOf(shown).map(
      (flaw) => `${flaw} · ${shown.kind} · ${shown.locale} · ${shown.text} · (${shown.from})`,
    ),
  );
  const once = new Map(found.map((line) => [line.replace(/ · \([^()]*\)$/, ''), line]));
  return [...once.values()];
}

describe.each(LOCALES)('in %s', (locale) => {
  it('checks', () =>
    expect(flawed(ofChecks([...EVALUATED, ...BARE, ...FAILED], locale))).toEqual([]));
  it('steps, runs, instructions, tickets and anomalies in every situation', () =>
    expect(flawed(ofSituations(locale))).toEqual([]));
  it('history', () => expect(flawed(ofHistory(locale))).toEqual([]));
  it('refusals in every situation', () => {
    const texts = refusals(locale);
    expect(new Set(texts.map(({ text }) => text)).size).toBeGreaterThan(60);
    expect(flawed(texts)).toEqual([]);
  });
  it('the rest', () => {
    const texts = [
      ...CLOUDS.flatMap((cloud) => irreversibleConsequences(cloud, locale).map(({ text }) => text)),
      ...ACTORS.map((actor) => actorName(actor, 'Contoso', locale)),
      ...STEP_IDS.map((step) => stepTitle(step, locale)),
    ];
    expect(flawed(texts.map((text) => ({ from: 'rest', kind: 'phrase', locale, text })))).toEqual(
      [],
    );
  });

  it('every entry about checks has a verdict', () => {
    const verdict =
      locale === 'en'
        ? /passed|blocked|could not be checked/
        : /correcto|bloqueado|no se pudo comprobar/;
    const about = ofHistory(locale).filter(({ from }) =>
      /(?<!^bare): (?:factsObserved|trackReread)$/.test(from),
    );
    expect(about.length).toBeGreaterThan(500);
    for (const { text } of about) expect(text).toMatch(verdict);
  });
});

it('Spanish is Spanish wherever it is prose', () => {
  const english = [
    ...ofChecks([...EVALUATED, ...FAILED], 'en'),
    ...ofSituations('en'),
    ...ofHistory('en'),
    ...refusals('en'),
  ];
  const spanish = [
    ...ofChecks([...EVALUATED, ...FAILED], 'es'),
    ...ofSituations('es'),
    ...ofHistory('es'),
    ...refusals('es'),
  ];
  expect(spanish).toHaveLength(english.length);
  const same = english.filter(
    ({ text, kind }, index) =>
      kind !== 'script' &&
      spanish[index]!.text === text &&
      /\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(text),
  );
  // Text of others, or of no language.
  expect(
    [...new Set(same.map(({ text }) => text))].filter(
      (text) => !/^Key Vault |^\/|^https:|Shield/.test(text),
    ),
  ).toEqual([]);
});
