/** The address of the rules: what they are filtered by. */
import { searchOf, textParameter } from '../../routing/searchParameter.ts';

export const ruleCatalogSearch = searchOf({ text: textParameter });
