/** The order of a person's tasks: the most urgent first. The store sorts by the same in SQL. */
import { isLowerCaseGuid } from './guid.ts';
import type { TaskName } from './neededActions.ts';
import type { Instant } from './vocabulary.ts';

/** How urgent a task is, the most urgent first. */
export const TASK_URGENCIES = ['OVERDUE', 'PROBLEM', 'DUE_SOON', 'WAITING'] as const;
/** Past the run's due date; refused or failed; due within `TASK_DUE_SOON_SECONDS`; any other. */
export type TaskUrgency = (typeof TASK_URGENCIES)[number];

/** How long before its due date a run is due soon. */
export const TASK_DUE_SOON_SECONDS = 7 * 86_400;

/** What was refused or has failed. */
export const PROBLEM_TASKS: readonly TaskName[] = ['retryStep', 'requestApprovalAgain'];

/** What the order depends on. */
export interface OrderedTask {
  mutation: TaskName;
  since: Instant;
  /** The run's. */
  dueAt: Instant | null;
  runId: string;
}

/** When a run that is due before is due soon. */
export const dueSoonBefore = (now: Instant): Instant =>
  new Date(Date.parse(now) + TASK_DUE_SOON_SECONDS * 1000).toISOString();

/** How urgent a task is at a time. */
export function taskUrgency(
  { mutation, dueAt }: Pick<OrderedTask, 'mutation' | 'dueAt'>,
  now: Instant,
): TaskUrgency {
  if (dueAt !== null && dueAt < now) return 'OVERDUE';
  if (PROBLEM_TASKS.includes(mutation)) return 'PROBLEM';
  return dueAt !== null && dueAt < dueSoonBefore(now) ? 'DUE_SOON' : 'WAITING';
}

/** What tasks of an urgency are sorted by, the earliest first: the due date, else the wait. */
export const isByDueDate = (urgency: TaskUrgency): boolean =>
  urgency === 'OVERDUE' || urgency === 'DUE_SOON';

/** A place in the order. */
export interface TaskPlace {
  urgency: TaskUrgency;
  /** The due date, or since when it waits. */
  at: Instant;
  runId: string;
}

/** Where a task is in the order at a time. */
export function taskPlace(task: OrderedTask, now: Instant): TaskPlace {
  const urgency = taskUrgency(task, now);
  const at = isByDueDate(urgency) && task.dueAt !== null ? task.dueAt : task.since;
  return { urgency, at, runId: task.runId };
}

/** Texts that sort as the tasks do. */
export const taskPosition = ({ urgency, at, runId }: TaskPlace): string =>
  `${TASK_URGENCIES.indexOf(urgency)} ${at} ${runId}`;

const POSITION = /^(\d) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/;

/** The place of a position; null where the text is none. */
export function parseTaskPosition(position: string): TaskPlace | null {
  const [, index, at, runId] = POSITION.exec(position) ?? [];
  const urgency = TASK_URGENCIES[Number(index)];
  if (!urgency || !at || !runId || !isLowerCaseGuid(runId)) return null;
  return isInstant(at) ? { urgency, at, runId } : null;
}

/** Whether a calendar has it, and PostgreSQL too, which knows no year 0. */
const isInstant = (text: string): boolean =>
  !text.startsWith('0000') &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString() === text;
