/** The filters of the history, which are part of its address. `since` and `until` are days. */
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';

export const historySearch = defineSearch({
  organization: textParameter,
  actor: textParameter,
  kind: textParameter,
  since: textParameter,
  until: textParameter,
  signIns: choiceParameter(['shown']),
});

export type HistorySearch = ReturnType<typeof historySearch>;
