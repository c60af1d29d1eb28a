/** What a form of a bulk action says, as the API wants it. */
import type { BulkAction, StepId, TrackId } from '../../generated/enums.ts';
import type { StartBulkInput } from '../../generated/graphql.ts';
import type { HandOffActor } from '../run/handOffs/handOffActor.ts';
import type { Assignee } from '../work/AssigneePicker.tsx';
import { toDueAt } from '../work/dueDay.ts';

/** Leave it, set it, take it away. */
export const CHANGES = ['KEEP', 'SET', 'REMOVE'] as const;
type Change = (typeof CHANGES)[number];

export interface Assignment {
  ownerChange: Change;
  owner?: Assignee | undefined;
  dueChange: Change;
  day?: string | undefined;
}

/** What people choose for a selection; keys come with an import. */
export type FormAction = Exclude<BulkAction, 'PROVIDE_KEYS'>;

/** Days until links stop working. */
export const LIFETIMES = ['3', '14', '30', '90'] as const;

export interface HandOffs {
  actor: HandOffActor;
  note: string;
  days: (typeof LIFETIMES)[number];
}

export interface Attestation {
  statement: string;
  reference: string;
}

export interface BulkForm {
  /** Null until somebody chooses. */
  action: FormAction | null;
  track: TrackId;
  /** Of RETRY_STEPS and ATTEST_STEPS. */
  step: StepId | null;
  attestation: Attestation;
  reason: string;
  assignment: Assignment;
  handOffs: HandOffs;
}

export const EMPTY_FORM: BulkForm = {
  ...{ action: null, track: 'AEP', step: null, reason: '' },
  attestation: { statement: '', reference: '' },
  assignment: { ownerChange: 'KEEP', dueChange: 'KEEP' },
  handOffs: { actor: 'AZURE_ADMIN', note: '', days: '14' },
};

type Wanted = Omit<StartBulkInput, 'organizationIds' | 'filter' | 'idempotencyKey'>;

function toAssignment({ ownerChange, owner, dueChange, day }: Assignment): Partial<Wanted> {
  return {
    ...(ownerChange === 'SET' && owner && { ownerId: owner.id }),
    ...(ownerChange === 'REMOVE' && { ownerId: null }),
    ...(dueChange === 'SET' && day && { dueAt: toDueAt(day) }),
    ...(dueChange === 'REMOVE' && { dueAt: null }),
  };
}

/** Whether it is of one step of a track. */
export const isOfStep = (action: FormAction | null): boolean =>
  action === 'RETRY_STEPS' || action === 'ATTEST_STEPS';

/** A form whose action is chosen, with its step. */
export type ChosenForm = BulkForm & { action: FormAction };

export const isChosen = (form: BulkForm): form is ChosenForm =>
  form.action !== null && (form.step !== null || !isOfStep(form.action));

const toStep = ({ action, track, step }: ChosenForm): Partial<Wanted> => ({
  ...((action === 'REQUEST_APPROVAL' || isOfStep(action)) && { track }),
  ...(isOfStep(action) && { step }),
});

/** What the preview asks about: the part of the input that decides. */
export function toPreview(form: ChosenForm): Partial<Wanted> & Pick<Wanted, 'action'> {
  const { action, assignment, handOffs } = form;
  const { ownerId } = toAssignment(assignment);
  return {
    action,
    ...toStep(form),
    ...(action === 'ASSIGN' && ownerId && { ownerId }),
    ...(action === 'CREATE_HAND_OFFS' && { actor: handOffs.actor }),
  };
}

export function toInput(form: ChosenForm, now: number): Wanted {
  const { action, reason, assignment, attestation, handOffs } = form;
  const { actor, note, days } = handOffs;
  // A minute less, because the longest lifetime is also the limit.
  const expiresAt = new Date(now + Number(days) * 86_400_000 - 60_000).toISOString();
  return {
    action,
    ...toStep(form),
    ...(action === 'ATTEST_STEPS' && {
      statement: attestation.statement.trim(),
      reference: attestation.reference.trim() || null,
    }),
    ...(action === 'CANCEL_RUNS' && { reason: reason.trim() }),
    ...(action === 'ASSIGN' && toAssignment(assignment)),
    ...(action === 'CREATE_HAND_OFFS' && { actor, note: note.trim() || null, expiresAt }),
  };
}

/** Whether something is missing that the action needs. */
export function isIncomplete(form: BulkForm): boolean {
  const { action, reason, assignment, attestation } = form;
  if (action === 'ATTEST_STEPS') return attestation.statement.trim() === '';
  if (action === 'CANCEL_RUNS') return reason.trim() === '';
  if (action !== 'ASSIGN') return false;
  const { ownerChange, owner, dueChange, day } = assignment;
  const lacks = (change: Change, value: unknown): boolean => change === 'SET' && !value;
  const isNothing = ownerChange === 'KEEP' && dueChange === 'KEEP';
  return isNothing || lacks(ownerChange, owner) || lacks(dueChange, day);
}
