/**
 * How a check is written: its outcomes with one verdict each, and an evaluation that returns one of
 * them.
 */
import type { CheckContext, Evaluation } from '../check.ts';
import {
  areKmsFacts,
  observationOf,
  type StepFacts,
  type StepFactsOf,
  type SubjectOf,
} from '../facts.ts';
import { type Observed, type ReadFailure } from '../observedSchema.ts';
import { cloudOfCheck, failureValues, needsOf } from '../failures/hintOf.ts';
import type { RuleId } from '../rules/register.ts';
import type { Cloud, ObservedStepId, StepId, TrackId, Verdict } from '../vocabulary.ts';

interface CheckHead<S extends StepId, O extends string> {
  step: S;
  /** Of a step that two plans have: whose it is, where that is not Azure. */
  cloud?: Cloud;
  /** Where it is shown among the checks of its step, ascending. */
  order: number;
  tracks: readonly TrackId[];
  /** Tracks on which a BLOCK may be overridden with a reason (CJA's baseline, GAP-19). */
  overridableOn: readonly TrackId[];
  /** The rules it rests on, first the VAL number. */
  rules: readonly RuleId[];
  /** Also with `unreadable` (UNKNOWN), for checks that read a cloud. */
  outcomes: Readonly<Record<O, Verdict>>;
}

/** `S` and `O` are for its messages; evaluating needs neither. */
export interface Check<S extends StepId = StepId, O extends string = string> extends CheckHead<
  S,
  O
> {
  /**
   * Null where it does not apply to these facts. Absent: evaluated elsewhere, from what people
   * enter or what a call answers.
   */
  evaluate?: (facts: StepFacts, context: CheckContext) => Evaluation | null;
}

/** An evaluation whose verdict follows from its outcome. */
export type Found<O extends string = string> = Omit<Evaluation, 'verdict' | 'outcome'> & {
  outcome: O;
};

/** What was read. A check is not evaluated where nothing could be read. */
type Readable<T> = Exclude<Observed<T>, { outcome: 'unreadable' }>;

type Evaluate<S extends ObservedStepId> = (
  observed: Observed<SubjectOf<S>>,
  context: CheckContext,
  facts: StepFactsOf<S>,
) => Evaluation | null;

/** `evaluateStep` passes each check the facts of its own step. */
const check = <S extends ObservedStepId, O extends string>(
  head: CheckHead<S, O>,
  evaluate: Evaluate<S>,
): Check<S, O> => ({
  ...head,
  evaluate: (facts, context) => {
    if (areKmsFacts(facts)) return null;
    const own = facts as StepFactsOf<S>;
    return evaluate(observationOf(own), context, own);
  },
});

const withVerdict = <O extends string>(
  { outcomes }: CheckHead<StepId, O>,
  found: Found<O>,
): Evaluation => ({ ...found, verdict: outcomes[found.outcome] });

/** Also for checks that read something else than the subject of their step. */
export function unreadable(
  check: Pick<CheckHead<StepId, string>, 'step' | 'cloud'>,
  failure: ReadFailure,
  { organization }: CheckContext,
): Evaluation {
  const cloud = cloudOfCheck(check);
  const values = failureValues(failure, cloud, organization);
  return { verdict: 'UNKNOWN', outcome: 'unreadable', values, ...needsOf(values, cloud) };
}

/** Answers for the step where its subject is not there. */
export const existenceCheck = <S extends ObservedStepId, const O extends string>({
  evaluate,
  ...head
}: CheckHead<S, O> & {
  evaluate: (
    observed: Readable<SubjectOf<S>>,
    context: CheckContext,
    facts: StepFactsOf<S>,
  ) => Found<NoInfer<O>>;
}): Check<S, O> =>
  check(head, (observed, context, facts) =>
    observed.outcome === 'unreadable'
      ? unreadable(head, observed.failure, context)
      : withVerdict(head, evaluate(observed, context, facts)),
  );

/** Evaluates the thing a step is about; skipped where it is absent. */
export const subjectCheck = <S extends ObservedStepId, const O extends string>({
  evaluate,
  ...head
}: CheckHead<S, O> & {
  evaluate: (subject: SubjectOf<S>, context: CheckContext) => Found<NoInfer<O>>;
}): Check<S, O> =>
  check(head, (observed, context) => {
    if (observed.outcome === 'unreadable') return unreadable(head, observed.failure, context);
    if (observed.outcome === 'absent') return null;
    return withVerdict(head, evaluate(observed.value, context));
  });

/**
 * Evaluates what is known beside the thing itself. While that is unreadable only what does not pass
 * is reported, so that nothing is shown as passed.
 */
export const contextCheck = <S extends ObservedStepId, const O extends string>({
  evaluate,
  ...head
}: CheckHead<S, O> & {
  evaluate: (facts: StepFactsOf<S>, context: CheckContext) => Found<NoInfer<O>>;
}): Check<S, O> =>
  check(head, (observed, context, facts) => {
    const result = withVerdict(head, evaluate(facts, context));
    return observed.outcome === 'unreadable' && result.verdict === 'PASS' ? null : result;
  });

/** Evaluated where people enter something, or where a call of Keyway's own returns. */
export const inputCheck = <S extends StepId, const O extends string>(
  head: CheckHead<S, O>,
): Check<S, O> => head;
