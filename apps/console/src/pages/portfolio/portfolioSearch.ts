/** The view, the filters and the order of the matrix, which are part of the address. */
import { HEALTHS } from '../../features/organization/organizationChoices.ts';
import { workParameters } from '../../features/work/workSearch.ts';
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';

/** Ascending, or descending after a minus; the longest wait and the earliest day come first. */
export const SORTS = ['name', '-name', 'wait', '-wait', 'due', '-due'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * Without `status`, `waiting`, `health` and `step`, all organizations; without `sort`, by name.
 * `step` is as `formatCell` has it.
 */
export const portfolioSearch = defineSearch({
  text: textParameter,
  status: textParameter,
  waiting: textParameter,
  health: choiceParameter(HEALTHS),
  step: textParameter,
  ...workParameters,
  /** The saved view that is open, or that none is. */
  view: textParameter,
  sort: choiceParameter(SORTS),
  /** Names of columns with commas in between; without it, those that the person hid last. */
  hidden: textParameter,
  density: choiceParameter(['comfortable', 'compact']),
});

export type PortfolioSearch = ReturnType<typeof portfolioSearch>;
