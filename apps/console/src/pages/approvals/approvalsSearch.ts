/** Which approvals the page lists, as part of its address. */
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';

/** Without one: what this person may decide. */
export const approvalsSearch = defineSearch({
  show: choiceParameter(['others', 'decided']),
  decision: choiceParameter(['approved', 'refused', 'withdrawn']),
  /** Of those that are pending: a part of the organization's name or IMS ID, and their order. */
  text: textParameter,
  sort: choiceParameter(['name']),
});

export type ApprovalsSearch = ReturnType<typeof approvalsSearch>;
export type DecisionKind = NonNullable<ApprovalsSearch['decision']>;
