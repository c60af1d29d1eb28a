/** Shown for an address without a page. */
import { LinkButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { EmptyState } from './EmptyState.tsx';
import { usePageTitle } from './usePageTitle.ts';

export function NotFoundPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'notFound.title' });
  usePageTitle(title);
  return (
    <EmptyState
      isPage
      title={title}
      actions={<LinkButton href="/">{intl.formatMessage({ id: 'notFound.home' })}</LinkButton>}
    >
      {intl.formatMessage({ id: 'notFound.text' })}
    </EmptyState>
  );
}
