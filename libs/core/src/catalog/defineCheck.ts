/**
 * How a check is written: its outcomes with one verdict each, and a evaluation that names one of
 * them. So a verdict cannot drift from its outcome, and the texts (texts/en.ts, texts/es.ts) are
 * complete or do not compile.
 */
import type { CheckContext, Evaluation } from '../check.ts';
import type { Observed, StepFactsByStep } from '../facts.ts';
import type { RuleId } from '../rules/register.ts';
import type { ObservedStepId, StepId, TrackId, Verdict } from '../vocabulary.ts';

/** A evaluation whose verdict follows from its outcome. */
export type Found<O extends string = string> = Omit<Evaluation, 'verdict' | 'outcome'> & {
  outcome: O;
};

interface CheckHead<S extends StepId, O extends string> {
  step: S;
  tracks: readonly TrackId[];
  overridableOn: readonly TrackId[];
  rules: readonly RuleId[];
  /**
   * Every outcome it may name, with its verdict. `unreadable` (UNKNOWN) comes on top for checks
   * that read the cloud.
   */
  outcomes: Readonly<Record<O, Verdict>>;
}

/** A check of a step whose facts are read from a cloud. */
export interface ObservedCheck<
  S extends ObservedStepId = ObservedStepId,
  O extends string = string,
> extends CheckHead<S, O> {
  /**
   * False: evaluated from what is known beside the thing itself, so also while that is unreadable
   * or absent.
   */
  needsSubject: boolean;
  evaluate: (facts: StepFactsByStep[S], context: CheckContext) => Evaluation;
}

/** A check that people's input is evaluated by, where it is given. */
export type InputCheck<S extends StepId = StepId, O extends string = string> = CheckHead<S, O>;

type Spec<S extends ObservedStepId, O extends string, Extra> = CheckHead<S, O> & Extra;

/** A check of facts as they come: seen, absent or unreadable. */
export function checkFacts<S extends ObservedStepId, const O extends string>(
  spec: Spec<
    S,
    O,
    {
      needsSubject: boolean;
      evaluate: (facts: StepFactsByStep[S], context: CheckContext) => Found<NoInfer<O>>;
    }
  >,
): ObservedCheck<S, O> {
  return {
    ...spec,
    evaluate: (facts, context) => {
      const found = spec.evaluate(facts, context);
      return { ...found, verdict: spec.outcomes[found.outcome] };
    },
  };
}

type SubjectOf<S extends ObservedStepId> = {
  [K in keyof StepFactsByStep[S]]: StepFactsByStep[S][K] extends Observed<infer T> ? T : never;
}[keyof StepFactsByStep[S]];

/** A check of the thing a step is about; only asked once that was seen. */
export function checkSubject<S extends ObservedStepId, const O extends string>(
  spec: Spec<
    S,
    O,
    { evaluate: (subject: SubjectOf<S>, context: CheckContext) => Found<NoInfer<O>> }
  >,
): ObservedCheck<S, O> {
  const { evaluate, ...head } = spec;
  return checkFacts<S, O>({
    ...head,
    needsSubject: true,
    evaluate: (facts, context) => evaluate(seenSubject(facts) as SubjectOf<S>, context),
  });
}

const OBSERVATIONS = ['vault', 'key', 'registration', 'servicePrincipal', 'assignments'] as const;

/** The one observation a step's facts hold; null where there is none of a known shape. */
export function observationOf(facts: object): Observed<object> | null {
  for (const name of OBSERVATIONS) {
    const candidate: unknown = Reflect.get(facts, name);
    if (isRecord(candidate) && typeof candidate.outcome === 'string')
      return candidate as unknown as Observed<object>;
  }
  return null;
}

function seenSubject(facts: object): object {
  const observation = observationOf(facts);
  return observation?.outcome === 'seen' && isRecord(observation.value) ? observation.value : {};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
