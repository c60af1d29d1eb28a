/** The address of the portfolio: a view of the matrix and its order. */
import { choiceParameter, searchOf, textParameter } from '../../routing/searchParameter.ts';

/** `status` and `waiting`: the view; absent: all. `sort`: absent: by name. */
export const portfolioSearch = searchOf({
  text: textParameter,
  status: textParameter,
  waiting: textParameter,
  sort: choiceParameter(['name', 'wait']),
});

export type PortfolioSearch = ReturnType<typeof portfolioSearch>;
