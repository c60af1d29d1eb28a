/** The texts of the tools of the matrix and of the tasks, which come with this code. */
import { textsOf } from '../../intl/textsOf.ts';

export const MatrixTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/matrix.*.json', { import: 'default' }),
);
