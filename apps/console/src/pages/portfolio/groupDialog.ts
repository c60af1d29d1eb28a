/** The dialog of a bulk action, loaded with its texts when it first opens. */
import { withAdministrationTexts } from '../../intl/administrationTexts.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';

export const groupDialog = lazyPart(
  async () =>
    (await withAdministrationTexts(import('../../features/bulk/BulkDialog.tsx'))).BulkDialog,
);
