/**
 * What a page shows when its own code failed: an honest sentence and a way on, with the rest of the
 * shell still working.
 */
import { useIntl } from 'react-intl';
import { ErrorState } from '../ui/ErrorState.tsx';

export function PageErrorState({ reset }: { reset: () => void }) {
  const intl = useIntl();
  return <ErrorState isPage what={intl.formatMessage({ id: 'error.page' })} onRetry={reset} />;
}
