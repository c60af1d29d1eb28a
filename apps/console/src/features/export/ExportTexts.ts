/** The texts of the dialog of an export. */
import { textsOf } from '../../intl/textsOf.ts';

export const ExportTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/export.*.json', { import: 'default' }),
);
