/** A plan: the steps of each track and what each waits for. `transition` knows no plan by name. */
import type { Actor, StepId, TrackId } from './vocabulary.ts';

/** A step of a track's plan. */
export interface PlanStep {
  id: StepId;
  /** Steps of the same track that must be DONE first. */
  after: readonly StepId[];
  /** Who must act while the step is open and nothing else is known. */
  actor: Actor;
  /**
   * The step can't be undone, so it needs the approval of a second person and the typed IMS
   * organization ID (docs/reference/run.md, rule 6).
   */
  pointOfNoReturn?: true;
}

export interface Plan {
  /** In the order in which they are shown. A missing track does not apply. */
  tracks: Partial<Record<TrackId, readonly PlanStep[]>>;
}
