/** Home. */
import { useIntl } from 'react-intl';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';

export function PortfolioPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.portfolio' });
  usePageTitle(title);
  return <PageHeader title={title} />;
}
