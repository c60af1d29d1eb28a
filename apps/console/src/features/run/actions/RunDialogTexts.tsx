/** The texts of the dialogs of a run, which come with their code. */
import { textsOf } from '../../../intl/textsOf.ts';

export const RunDialogTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../../messages/runDialogs.*.json', { import: 'default' }),
);
