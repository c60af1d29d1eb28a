/** What a person can do now on one run, each with the page where it is done. */
import type { ActionView, RunView } from '../data/runFields.ts';
import { taskHref } from './actionTarget.ts';

export interface RunTask {
  action: ActionView;
  href: string;
  /** Since when its step waits. */
  since: string;
}

/** In the server's order; actions that are done on the same page, such as refusing, once. */
export function runTasks(run: RunView): RunTask[] {
  const tasks = new Map<string, RunTask>();
  for (const action of run.nextActions) {
    const href = taskHref(action, run);
    if (!action.movesRun || tasks.has(href)) continue;
    const step = run.tracks
      .find(({ id }) => id === action.track)
      ?.steps.find(({ id }) => id === action.step);
    tasks.set(href, { action, href, since: step?.since ?? run.startedAt });
  }
  return [...tasks.values()];
}
