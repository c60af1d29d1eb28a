/** The address of the sign-in page. `returnTo`: the page to show after signing in. */
import { searchOf, textParameter } from '../../routing/searchParameter.ts';

export const signInSearch = searchOf({ returnTo: textParameter });
