/** The texts of permissions in Azure, which few visits need. */
import { textsOf } from '../../intl/textsOf.ts';

export const AzurePermissionTexts = /* @__PURE__ */ textsOf(
  import.meta.glob('../../messages/azurePermissions.*.json', { import: 'default' }),
);
