/** Sign-in. */
import { useIntl } from 'react-intl';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';

export function SignInPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.signIn' });
  usePageTitle(title);
  return <PageHeader title={title} />;
}
