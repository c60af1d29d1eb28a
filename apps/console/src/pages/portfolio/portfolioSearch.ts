/** The view, the filters and the order of the matrix, which are part of the address. */
import { HEALTHS } from '../../features/organization/organizationChoices.ts';
import { workParameters } from '../../features/work/workSearch.ts';
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';

/** Without `status`, `waiting` and `health`, all organizations; without `sort`, by name. */
export const portfolioSearch = defineSearch({
  text: textParameter,
  status: textParameter,
  waiting: textParameter,
  health: choiceParameter(HEALTHS),
  ...workParameters,
  /** The saved view that is open, or that none is. */
  view: textParameter,
  sort: choiceParameter(['name', 'wait']),
});

export type PortfolioSearch = ReturnType<typeof portfolioSearch>;
