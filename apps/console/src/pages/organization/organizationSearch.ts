/** The search parameters of an organization's page. */
import { choiceParameter, defineSearch } from '../../routing/searchParameter.ts';

/** `connect`: the forms of the connections that are missing are open. */
export const organizationSearch = defineSearch({ connect: choiceParameter(['now']) });
