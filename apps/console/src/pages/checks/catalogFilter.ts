/** Filters the check catalog and groups it by step. */
import type { StepId, TrackId } from '../../generated/enums.ts';

export interface CatalogCheck {
  id: string;
  title: string;
  rules: readonly string[];
  track: readonly TrackId[];
  step: StepId;
}

/** Every word of the text must be part of the title, the ID or a rule, in any order. */
export function filterChecks<T extends CatalogCheck>(
  checks: readonly T[],
  { text, track }: { text?: string; track?: TrackId },
): T[] {
  const terms = (text ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return checks.filter((check) => {
    const searchable = [check.title, check.id, ...check.rules].join('\n').toLocaleLowerCase();
    return (
      (!track || check.track.includes(track)) && terms.every((word) => searchable.includes(word))
    );
  });
}

/** The steps in the order of their first check. */
export function groupByStep<T extends CatalogCheck>(
  checks: readonly T[],
): { step: StepId; checks: T[] }[] {
  const groups = new Map<StepId, T[]>();
  for (const check of checks) groups.set(check.step, [...(groups.get(check.step) ?? []), check]);
  return [...groups].map(([step, own]) => ({ step, checks: own }));
}
