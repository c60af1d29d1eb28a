/** The filters of the list of organizations, which are part of its address. */
import {
  ACTORS,
  CLOUDS,
  REGIONS,
  RUN_STATUSES,
} from '../../features/organization/organizationChoices.ts';
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';

/** Days without progress, such as 7 days. */
export const STUCK_FOR = ['1d', '3d', '7d', '14d'] as const;
export const toDays = (stuck: (typeof STUCK_FOR)[number]): number => Number.parseInt(stuck, 10);
/** In place of a member's ID: whoever opens the address. */
export const MINE = 'me';

export const organizationsSearch = defineSearch({
  text: textParameter,
  cloud: choiceParameter(CLOUDS),
  region: choiceParameter(REGIONS),
  status: choiceParameter(RUN_STATUSES),
  waiting: choiceParameter(ACTORS),
  owner: textParameter,
  overdue: choiceParameter(['yes']),
  stuck: choiceParameter(STUCK_FOR),
  archived: choiceParameter(['true']),
});

export type OrganizationsSearch = ReturnType<typeof organizationsSearch>;
