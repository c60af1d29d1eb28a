/**
 * Why an event or a request was refused: a public code, a specific reason and its values. Texts in
 * both languages are in `libs/messages/src/{en,es}/refusals`, one file for each area.
 */
import type { NamedActor } from './eventActor.ts';
import { accessReasons } from './refusals/access.ts';
import { approvalReasons } from './refusals/approval.ts';
import { importReasons } from './refusals/importing.ts';
import { inputReasons } from './refusals/input.ts';
import { organizationReasons } from './refusals/organization.ts';
import type { RefusalCode } from './refusals/reason.ts';
import { runReasons } from './refusals/run.ts';
import { setupReasons } from './refusals/setup.ts';
import { stepReasons } from './refusals/step.ts';
import { submissionReasons } from './refusals/submission.ts';
import { watchReasons } from './refusals/watch.ts';
import { webhookReasons } from './refusals/webhook.ts';

export { REFUSAL_CODES, type RefusalCode } from './refusals/reason.ts';

interface Areas {
  access: typeof accessReasons;
  approval: typeof approvalReasons;
  importing: typeof importReasons;
  input: typeof inputReasons;
  organization: typeof organizationReasons;
  run: typeof runReasons;
  setup: typeof setupReasons;
  step: typeof stepReasons;
  submission: typeof submissionReasons;
  watch: typeof watchReasons;
  webhook: typeof webhookReasons;
}
export type RefusalArea = keyof Areas;
/** The reasons of an area; its texts are complete when they have all of them. */
export type ReasonOf<A extends RefusalArea> = keyof Areas[A];

/** Every reason with its public code and the names of the values in its text. */
export const REFUSALS = {
  ...accessReasons,
  ...approvalReasons,
  ...importReasons,
  ...inputReasons,
  ...organizationReasons,
  ...runReasons,
  ...setupReasons,
  ...stepReasons,
  ...submissionReasons,
  ...watchReasons,
  ...webhookReasons,
};
/** The key of a refusal's text. Not public: reasons may change, codes may not. */
export type RefusalReason = keyof typeof REFUSALS;

/** A list is shown as one, such as "VAULT, NETWORK, and KEY". */
export type RefusalValue = string | number | boolean | null | readonly string[] | NamedActor;

/** Why nothing was changed. Clients get the code, the field and the rendered text. */
export interface Refusal {
  code: RefusalCode;
  reason: RefusalReason;
  /** What the reason's text names. Plain JSON; never a secret. */
  values?: Readonly<Record<string, RefusalValue>>;
  /** The path inside `input`, such as `['imsOrgId']`; left out where it is about no field. */
  field?: string[];
}

type ValueName<R extends RefusalReason> = (typeof REFUSALS)[R]['values'][number];
/** The values of a reason, as the last argument; none where its text names none. */
export type ValuesOf<R extends RefusalReason> = [ValueName<R>] extends [never]
  ? []
  : [values: Readonly<Record<ValueName<R>, RefusalValue>>];

/**
 * A refusal with the code of its reason.
 * @param field null where the refusal is about no field in particular
 */
export function refuse<R extends RefusalReason>(
  reason: R,
  field: string[] | null,
  ...[values]: ValuesOf<R>
): Refusal {
  return {
    code: REFUSALS[reason].code,
    reason,
    ...(values ? { values } : {}),
    ...(field ? { field } : {}),
  };
}
