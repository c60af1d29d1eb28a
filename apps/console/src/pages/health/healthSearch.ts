/** What the page about the health of keys shows, as part of its address. */
import { defineSearch, textParameter } from '../../routing/searchParameter.ts';

/** Of choices, the page takes the ones that it knows: their names need not load before it. */
export const healthSearch = defineSearch({
  show: textParameter,
  text: textParameter,
  health: textParameter,
  organization: textParameter,
  status: textParameter,
  kind: textParameter,
});

export type HealthSearch = ReturnType<typeof healthSearch>;
