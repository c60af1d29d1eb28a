/** The filter of the rules, which is part of the address. */
import { defineSearch, textParameter } from '../../routing/searchParameter.ts';

export const ruleCatalogSearch = defineSearch({ text: textParameter });
