/** The address of the check catalog: its filters. */
import { choiceParameter, searchOf, textParameter } from '../../routing/searchParameter.ts';

export const checkCatalogSearch = searchOf({
  text: textParameter,
  track: choiceParameter(['AEP', 'CJA']),
});

export type CheckCatalogSearch = ReturnType<typeof checkCatalogSearch>;
