/**
 * How a check is written: its outcomes with one verdict each, and a judgement that names one of them. So a verdict cannot drift from its
 * outcome, and the texts (texts/en.ts, texts/es.ts) are complete or do not compile.
 */
import type { CheckContext, Judgement } from '../check.ts';
import type { Observed, StepFactsByStep } from '../facts.ts';
import type { ObservedStepId, StepId, TrackId, Verdict } from '../vocabulary.ts';

/** A judgement whose verdict follows from its outcome. */
export type Found<O extends string = string> = Omit<Judgement, 'verdict' | 'outcome'> & { outcome: O };

interface CheckHead<S extends StepId, O extends string> {
  step: S;
  tracks: readonly TrackId[];
  overridableOn: readonly TrackId[];
  rules: readonly string[];
  /** Every outcome it may name, with its verdict. `unreadable` (UNKNOWN) comes on top for checks that read the cloud. */
  outcomes: Readonly<Record<O, Verdict>>;
}

/** A check of a step whose facts are read from a cloud. */
export interface ObservedCheck<S extends ObservedStepId = ObservedStepId, O extends string = string> extends CheckHead<S, O> {
  /** False: judged from what is known beside the thing itself, so also while that is unreadable or absent. */
  needsSubject: boolean;
  judge: (facts: StepFactsByStep[S], context: CheckContext) => Judgement;
}

/** A check that people's input is judged by, where it is given. */
export type InputCheck<S extends StepId = StepId, O extends string = string> = CheckHead<S, O>;

type Spec<S extends ObservedStepId, O extends string, Extra> = CheckHead<S, O> & Extra;

/** A check of facts as they come: seen, absent or unreadable. */
export function checkFacts<S extends ObservedStepId, const O extends string>(
  spec: Spec<S, O, { needsSubject: boolean; judge: (facts: StepFactsByStep[S], context: CheckContext) => Found<NoInfer<O>> }>,
): ObservedCheck<S, O> {
  return {
    ...spec,
    judge: (facts, context) => {
      const found = spec.judge(facts, context);
      return { ...found, verdict: spec.outcomes[found.outcome] };
    },
  };
}

type SubjectOf<S extends ObservedStepId> = {
  [K in keyof StepFactsByStep[S]]: StepFactsByStep[S][K] extends Observed<infer T> ? T : never;
}[keyof StepFactsByStep[S]];

/** A check of the thing a step is about; only asked once that was seen. */
export function checkSubject<S extends ObservedStepId, const O extends string>(
  spec: Spec<S, O, { judge: (subject: SubjectOf<S>, context: CheckContext) => Found<NoInfer<O>> }>,
): ObservedCheck<S, O> {
  const { judge, ...head } = spec;
  return checkFacts<S, O>({
    ...head,
    needsSubject: true,
    judge: (facts, context) => judge(seenSubject(facts) as SubjectOf<S>, context),
  });
}

const OBSERVATIONS = ['vault', 'key', 'registration', 'servicePrincipal', 'assignments'] as const;

/** The one observation a step's facts hold; null where there is none of a known shape. */
export function observationOf(facts: object): Observed<object> | null {
  for (const name of OBSERVATIONS) {
    const candidate: unknown = Reflect.get(facts, name);
    if (isRecord(candidate) && typeof candidate.outcome === 'string') return candidate as unknown as Observed<object>;
  }
  return null;
}

function seenSubject(facts: object): object {
  const observation = observationOf(facts);
  return observation?.outcome === 'seen' && isRecord(observation.value) ? observation.value : {};
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
