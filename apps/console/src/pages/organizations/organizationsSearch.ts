/** The address of the list of organizations: its filters. */
import {
  ACTORS,
  CLOUDS,
  REGIONS,
  RUN_STATUSES,
} from '../../features/organization/organizationChoices.ts';
import { choiceParameter, searchOf, textParameter } from '../../routing/searchParameter.ts';

export const organizationsSearch = searchOf({
  text: textParameter,
  cloud: choiceParameter(CLOUDS),
  region: choiceParameter(REGIONS),
  status: choiceParameter(RUN_STATUSES),
  waiting: choiceParameter(ACTORS),
  archived: choiceParameter(['true']),
});

export type OrganizationsSearch = ReturnType<typeof organizationsSearch>;
