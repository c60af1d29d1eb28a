/** The filter of a dry run's organizations, which is part of the address. */
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';
import { READINESS_OUTCOMES } from '../../features/readiness/readinessOutcomes.ts';

export const readinessSearch = defineSearch({
  outcome: choiceParameter(READINESS_OUTCOMES),
  cause: textParameter,
});
