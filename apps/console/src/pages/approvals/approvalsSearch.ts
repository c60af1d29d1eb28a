/** Which approvals the page lists, as part of its address. */
import { choiceParameter, defineSearch } from '../../routing/searchParameter.ts';

/** Without one: what this person may decide. */
export const approvalsSearch = defineSearch({
  show: choiceParameter(['others', 'decided']),
  decision: choiceParameter(['approved', 'refused', 'withdrawn']),
});

export type ApprovalsSearch = ReturnType<typeof approvalsSearch>;
export type DecisionKind = NonNullable<ApprovalsSearch['decision']>;
