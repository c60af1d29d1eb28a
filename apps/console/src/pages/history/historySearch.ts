/** The address of the history: its filters. `since` and `until` are days, such as `2026-11-25`. */
import { searchOf, textParameter } from '../../routing/searchParameter.ts';

export const historySearch = searchOf({
  organization: textParameter,
  actor: textParameter,
  kind: textParameter,
  since: textParameter,
  until: textParameter,
});

export type HistorySearch = ReturnType<typeof historySearch>;
