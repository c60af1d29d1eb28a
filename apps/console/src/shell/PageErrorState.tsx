/** Shown when the code of a page failed. The rest of the shell still works. */
import { useIntl } from 'react-intl';
import { ErrorState } from '../ui/ErrorState.tsx';

export function PageErrorState({ reset }: { reset: () => void }) {
  const intl = useIntl();
  return <ErrorState isPage what={intl.formatMessage({ id: 'error.page' })} onRetry={reset} />;
}
