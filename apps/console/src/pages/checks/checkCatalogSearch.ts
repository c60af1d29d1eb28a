/** The filters of the check catalog, which are part of its address. */
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';

export const checkCatalogSearch = defineSearch({
  text: textParameter,
  track: choiceParameter(['AEP', 'CJA']),
});

export type CheckCatalogSearch = ReturnType<typeof checkCatalogSearch>;
