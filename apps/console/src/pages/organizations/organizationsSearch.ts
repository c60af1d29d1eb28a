/** The filters of the list of organizations, which are part of its address. */
import {
  ACTORS,
  CLOUDS,
  HEALTHS,
  REGIONS,
  RUN_STATUSES,
} from '../../features/organization/organizationChoices.ts';
import { workParameters } from '../../features/work/workSearch.ts';
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';

export const organizationsSearch = defineSearch({
  text: textParameter,
  cloud: choiceParameter(CLOUDS),
  region: choiceParameter(REGIONS),
  status: choiceParameter(RUN_STATUSES),
  waiting: choiceParameter(ACTORS),
  health: choiceParameter(HEALTHS),
  ...workParameters,
  /** The saved view that is open, or that none is. */
  view: textParameter,
  archived: choiceParameter(['true']),
  sort: choiceParameter(['due']),
});

export type OrganizationsSearch = ReturnType<typeof organizationsSearch>;
