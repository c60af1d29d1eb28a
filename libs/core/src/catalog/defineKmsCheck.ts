/** Checks of a KMS key. What was read of a key on Azure is none of theirs. */
import type { CheckContext, Evaluation } from '../check.ts';
import { areKmsFacts, rotationNotRead, type KmsStepFacts } from '../facts.ts';
import type { KmsKeyFacts, KmsRotationFacts } from '../kmsFacts.ts';
import type { Observed } from '../observedSchema.ts';
import type { RuleId } from '../rules/register.ts';
import type { Verdict } from '../vocabulary.ts';
import { unreadable, type Check, type Found } from './defineCheck.ts';

interface KmsHead<O extends string> {
  order: number;
  rules: readonly RuleId[];
  outcomes: Readonly<Record<O, Verdict>>;
}
type Readable<T> = Exclude<Observed<T>, { outcome: 'unreadable' }>;

/** AWS has one track, and its own requirements are Adobe's: nothing can be overridden. */
const onAws = <O extends string>(head: KmsHead<O>) =>
  ({ ...head, step: 'KEY', cloud: 'AWS', tracks: ['AEP'], overridableOn: [] }) as const;

function kmsCheck<T, O extends string>(
  given: KmsHead<O>,
  part: (facts: KmsStepFacts) => Observed<T>,
  evaluate: (observed: Readable<T>, context: CheckContext, facts: KmsStepFacts) => Found<O> | null,
): Check<'KEY', O> {
  const head = onAws(given);
  return {
    ...head,
    evaluate: (facts, context): Evaluation | null => {
      if (!areKmsFacts(facts)) return null;
      const observed = part(facts);
      if (observed.outcome === 'unreadable') return unreadable(head, observed.failure, context);
      const found = evaluate(observed, context, facts);
      return found && { ...found, verdict: head.outcomes[found.outcome] };
    },
  };
}

/** Answers for the key where KMS has none. */
export const kmsExistenceCheck = <const O extends string>({
  evaluate,
  ...head
}: KmsHead<O> & {
  evaluate: (key: Readable<KmsKeyFacts>, context: CheckContext) => Found<NoInfer<O>>;
}): Check<'KEY', O> => kmsCheck<KmsKeyFacts, O>(head, ({ kmsKey }) => kmsKey, evaluate);

/** Evaluates the key; skipped where KMS has none. */
export const kmsKeyCheck = <const O extends string>({
  evaluate,
  ...head
}: KmsHead<O> & {
  evaluate: (key: KmsKeyFacts, context: CheckContext) => Found<NoInfer<O>>;
}): Check<'KEY', O> =>
  kmsCheck<KmsKeyFacts, O>(
    head,
    ({ kmsKey }) => kmsKey,
    (key, context) => (key.outcome === 'absent' ? null : evaluate(key.value, context)),
  );

/**
 * Evaluates the rotation, which is read by a call of its own (ROT-09); skipped without a key. Where
 * that call alone is refused it is `notRead`: what only warns holds no run for good.
 */
export const kmsRotationCheck = <const O extends string>({
  evaluate,
  ...given
}: KmsHead<O | 'notRead'> & {
  evaluate: (rotation: KmsRotationFacts, arn: string | null) => Found<NoInfer<O>>;
}): Check<'KEY', O | 'notRead'> => {
  const check = kmsCheck<KmsRotationFacts, O>(
    given,
    ({ rotation }) => rotation,
    (rotation, { keyIdentifierText = null }) =>
      rotation.outcome === 'absent' ? null : evaluate(rotation.value, keyIdentifierText),
  );
  return {
    ...onAws(given),
    evaluate: (facts, context): Evaluation | null => {
      const failure = areKmsFacts(facts) ? rotationNotRead(facts) : null;
      if (!failure) return check.evaluate!(facts, context);
      const values = {
        arn: context.keyIdentifierText ?? null,
        permission: failure.permission,
        message: failure.message,
      };
      return { verdict: given.outcomes.notRead, outcome: 'notRead', values };
    },
  };
};

/**
 * Evaluates what is known beside the key, and null where that is not. While the key is unreadable
 * only what does not pass is reported, so that nothing is shown as passed.
 */
export const kmsContextCheck = <const O extends string>({
  evaluate,
  ...given
}: KmsHead<O> & {
  evaluate: (facts: KmsStepFacts, arn: string | null) => Found<NoInfer<O>> | null;
}): Check<'KEY', O> => {
  const head = onAws(given);
  return {
    ...head,
    evaluate: (facts, { keyIdentifierText = null }): Evaluation | null => {
      if (!areKmsFacts(facts)) return null;
      const found = evaluate(facts, keyIdentifierText);
      if (!found) return null;
      const verdict = head.outcomes[found.outcome];
      const isHidden = facts.kmsKey.outcome === 'unreadable' && verdict === 'PASS';
      return isHidden ? null : { ...found, verdict };
    },
  };
};
