import { useState } from 'react';
import type { OrganizationFilter } from '../../generated/graphql.ts';
import { NOTHING, type Chosen } from './selection.ts';

/** What is selected, forgotten with the filter: nobody acts on what they no longer see. */
export function useChosen(filter: OrganizationFilter): [Chosen, (chosen: Chosen) => void] {
  const key = JSON.stringify(filter);
  const [kept, setKept] = useState({ key, chosen: NOTHING });
  const chosen = kept.key === key ? kept.chosen : NOTHING;
  return [chosen, (next) => setKept({ key, chosen: next })];
}
