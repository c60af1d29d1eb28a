/** The texts that are there before anything is shown. */
import { textsOf } from './textsOf.ts';

export const BaseTexts = /* @__PURE__ */ textsOf(
  import.meta.glob(
    '../messages/{names,organizations,people,portfolio,run,shell,status,work}.*.json',
    { import: 'default' },
  ),
);
