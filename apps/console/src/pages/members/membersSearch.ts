/** The filter of the list of members, which is part of its address. */
import { defineSearch, textParameter } from '../../routing/searchParameter.ts';

export const membersSearch = defineSearch({ text: textParameter });
