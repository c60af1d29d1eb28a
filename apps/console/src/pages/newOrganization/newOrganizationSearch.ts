/** The search parameters of the page that adds an organization. */
import { choiceParameter, defineSearch } from '../../routing/searchParameter.ts';

/** `further`: the optional parts of the form are open. */
export const newOrganizationSearch = defineSearch({ further: choiceParameter(['now']) });
