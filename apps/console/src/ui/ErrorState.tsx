/**
 * What failed, in one sentence, and a way to try again. Never a stack, never a raw error where a
 * sentence exists.
 */
import { useIntl } from 'react-intl';
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const row = style({ marginTop: 12 });

interface ErrorStateProps {
  /** What could not be done: "The portfolio could not be loaded". */
  what: string;
  error?: unknown;
  onRetry?: () => void;
  /** True where it stands for the whole page, whose heading it then is. */
  isPage?: boolean;
}

export function ErrorState({ what, error, onRetry, isPage }: ErrorStateProps) {
  const intl = useIntl();
  const why = CombinedGraphQLErrors.is(error)
    ? error.errors.map((one) => one.message).join(' ')
    : intl.formatMessage({ id: 'error.unreachable' });
  return (
    <InlineAlert variant="negative" fillStyle="border">
      <Heading level={isPage ? 1 : 2}>{what}</Heading>
      <Content>
        {why}
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
