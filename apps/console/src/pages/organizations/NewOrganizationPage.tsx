/** Add. */
import { useIntl } from 'react-intl';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';

export function NewOrganizationPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.organizations' });
  usePageTitle(title);
  return <PageHeader title={title} />;
}
