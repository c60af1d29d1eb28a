/** What failed, why, and a button to try again. Never a stack trace. */
import { useIntl } from 'react-intl';
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { EnglishText } from './EnglishText.tsx';
import { IndicatorIcon } from '../status/IndicatorIcon.tsx';
import { formatRequestError } from './formatRequestError.ts';

const box = style({
  display: 'flex',
  columnGap: 12,
  boxSizing: 'border-box',
  width: 'full',
  maxWidth: 640,
  padding: 24,
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: 'negative',
  borderRadius: 'lg',
  font: 'body-sm',
  color: 'neutral',
});
const content = style({ display: 'flex', flexDirection: 'column', rowGap: 8, minWidth: 0 });
const heading = style({ font: 'title-sm', margin: 0 });
const row = style({ marginTop: 4 });

interface ErrorStateProps {
  /** What failed: "Couldn’t load the portfolio". */
  what: string;
  error?: unknown;
  onRetry?: () => void;
  /** True if it replaces the whole page: its title is then the page's heading. */
  isPage?: boolean;
}

export function ErrorState({ what, error, onRetry, isPage }: ErrorStateProps) {
  const intl = useIntl();
  const why = formatRequestError(error, intl);
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div role="alert" className={box}>
      <IndicatorIcon shape="octagon" tone="negative" size={20} />
      <div className={content}>
        <Heading className={heading}>{what}</Heading>
        <div>{why ?? <EnglishText text={(error as Error).message} />}</div>
        {onRetry ? (
          <div className={row}>
            <Button variant="secondary" size="S" onPress={onRetry}>
              {intl.formatMessage({ id: 'error.retry' })}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
