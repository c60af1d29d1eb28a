/**
 * What a plan is: which steps a track has and what each waits for. A provider is a plan;
 * `transition` knows none by name.
 */
import type { Actor, StepId, TrackId } from './vocabulary.ts';

export interface PlanStep {
  id: StepId;
  /** Steps of the same track that must be DONE first. */
  after: readonly StepId[];
  /** Who has to act while the step is open and nothing else is known. */
  actor: Actor;
  /**
   * What is done here cannot be undone: it needs an approval by a second person and the typed IMS
   * organization ID (docs/reference/run.md, rule 6).
   */
  pointOfNoReturn?: true;
}

export interface Plan {
  /** In the order they are shown. A track that is absent does not apply. */
  tracks: Partial<Record<TrackId, readonly PlanStep[]>>;
}
