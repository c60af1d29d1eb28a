/** Which checks of the catalog are shown, and in which groups. Pure. */
import type { StepId, TrackId } from '../../generated/enums.ts';

export interface CatalogCheck {
  id: string;
  title: string;
  rules: readonly string[];
  track: readonly TrackId[];
  step: StepId;
}

/**
 * Every word of the text must be part of the title, the name or a rule: "VAL" finds all validation
 * rules, "vault tenant" both terms anywhere.
 */
export function filterChecks<T extends CatalogCheck>(
  checks: readonly T[],
  { text, track }: { text?: string; track?: TrackId },
): T[] {
  const terms = (text ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return checks.filter((check) => {
    const said = [check.title, check.id, ...check.rules].join('\n').toLocaleLowerCase();
    return (!track || check.track.includes(track)) && terms.every((word) => said.includes(word));
  });
}

/** In the order in which the server names the steps first. */
export function groupByStep<T extends CatalogCheck>(
  checks: readonly T[],
): { step: StepId; checks: T[] }[] {
  const groups = new Map<StepId, T[]>();
  for (const check of checks) groups.set(check.step, [...(groups.get(check.step) ?? []), check]);
  return [...groups].map(([step, own]) => ({ step, checks: own }));
}
