/**
 * The texts of pages that few people see, such as the members and the catalogs: loaded with the
 * code of these pages.
 */
import { withTexts } from './texts.ts';
import { textsOf } from './textsOf.ts';

const AdministrationTexts = /* @__PURE__ */ textsOf(
  import.meta.glob(
    '../messages/{administration,checks,evidence,history,notifications,organizationForm,organizationList,rules,settings,webhooks}.*.json',
    { import: 'default' },
  ),
);

/** Loads a page, which then has its texts when it is shown. */
export const withAdministrationTexts = <T>(page: Promise<T>): Promise<T> =>
  withTexts(page, [AdministrationTexts]);
