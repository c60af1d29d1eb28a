/** What failed, why, and a button to try again. Never a stack trace. */
import { useIntl } from 'react-intl';
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { EnglishText } from './EnglishText.tsx';
import { formatRequestError } from './formatRequestError.ts';

const row = style({ marginTop: 12 });

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
  return (
    <InlineAlert
      variant="negative"
      fillStyle="border"
      styles={style({ width: 'full', maxWidth: 640 })}
    >
      <Heading level={isPage ? 1 : 2}>{what}</Heading>
      <Content>
        {why ?? <EnglishText text={(error as Error).message} />}
        {onRetry ? (
          <div className={row}>
            <Button variant="secondary" size="S" onPress={onRetry}>
              {intl.formatMessage({ id: 'error.retry' })}
            </Button>
          </div>
        ) : null}
      </Content>
    </InlineAlert>
  );
}
