/** The search parameters of the sign-in page. `returnTo`: the page to open after signing in. */
import { defineSearch, textParameter } from '../../routing/searchParameter.ts';

export const signInSearch = defineSearch({ returnTo: textParameter });
