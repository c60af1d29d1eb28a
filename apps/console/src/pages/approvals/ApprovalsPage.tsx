/** Approvals. */
import { useIntl } from 'react-intl';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';

export function ApprovalsPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.approvals' });
  usePageTitle(title);
  return <PageHeader title={title} />;
}
