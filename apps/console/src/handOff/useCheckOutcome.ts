/** What a check that the person asked for found, compared with what was shown before it. */
import { useState } from 'react';
import { needsAttention } from '../features/run/steps/stepOrder.ts';
import type { HandedOffStepView } from './handOffDocuments.ts';

export interface CheckOutcome {
  /** Call it when a check is asked for. */
  begin: () => void;
  /** Null until it is there, and where nothing needs attention any more. */
  found: { isSame: boolean; what: string[]; at: string } | null;
}

const failing = ({ checks }: HandedOffStepView): string[] =>
  checks.filter((one) => needsAttention(one)).map(({ observed, title }) => observed ?? title);

/** The same in every language. */
const verdictsOf = ({ checks }: HandedOffStepView): string =>
  JSON.stringify(checks.map(({ id, verdict }) => [id, verdict]));

export function useCheckOutcome(step: HandedOffStepView): CheckOutcome {
  const [before, setBefore] = useState<{ verdicts: string; at: string | null }>();
  const what = failing(step);
  const { looking, lookedAt } = step;
  const isThere = before && !looking && lookedAt && lookedAt !== before.at && what.length > 0;
  return {
    begin: () => setBefore({ verdicts: verdictsOf(step), at: lookedAt }),
    found: isThere ? { isSame: verdictsOf(step) === before.verdicts, what, at: lookedAt } : null,
  };
}
