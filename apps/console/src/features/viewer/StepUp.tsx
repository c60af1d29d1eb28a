/**
 * Signing in again before what needs a recent or stronger sign-in. Asked before a form is filled
 * in, and again when the server refuses.
 */
import { useQuery } from '@apollo/client/react';
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { UserError } from '../../apollo/userErrors.ts';
import { graphql } from '../../generated/gql.ts';
import { fromBase } from '../../routing/basePath.ts';

const STEP_UP_QUERY = graphql(`
  query StepUp {
    viewer {
      id
      signInAgainUrl
    }
  }
`);

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' });

interface StepUpProps {
  /** Why the server refused the form. */
  errors: readonly UserError[];
  /** What the person can still do without it. */
  otherButton?: ReactNode;
  /** The form, which is shown where the sign-in suffices, or it is not known. */
  children: ReactNode;
}

export function StepUp({ errors, otherButton, children }: StepUpProps) {
  return useSignInAgain({ errors, otherButton }) ?? children;
}

interface SignInAgainOptions extends Pick<StepUpProps, 'errors' | 'otherButton'> {
  /** Before the page is left: keeps what was typed. */
  onLeave?: () => void;
}

/** What stands in a form's place; null where the sign-in suffices, or it is not known. */
export function useSignInAgain({ errors, otherButton, onLeave }: SignInAgainOptions): ReactNode {
  const intl = useIntl();
  const href = useRouterState({ select: ({ location }) => location.href });
  const [isOpening, setOpening] = useState(false);
  const { data, refetch } = useQuery(STEP_UP_QUERY, { fetchPolicy: 'network-only' });
  const isRefused = errors.some(({ code }) => code === 'FORBIDDEN');
  useEffect(() => {
    if (isRefused) void refetch().catch(() => undefined);
  }, [isRefused, refetch]);
  const url = data?.viewer.signInAgainUrl;
  if (!url) return null;
  return (
    <div className={stack} data-print="hidden">
      <InlineAlert variant="informative" styles={style({ width: 'full', maxWidth: 640 })}>
        <Heading level={3}>{intl.formatMessage({ id: 'stepUp.signIn' })}</Heading>
        <Content>{intl.formatMessage({ id: 'stepUp.text' })}</Content>
      </InlineAlert>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        <Button
          variant="accent"
          isPending={isOpening}
          onPress={() => {
            setOpening(true);
            onLeave?.();
            // `url` names what it is for after a `?`, and `href` is a path of this site.
            location.assign(fromBase(`${url}&returnTo=${encodeURIComponent(href)}`));
          }}
        >
          {intl.formatMessage({ id: 'stepUp.signIn' })}
        </Button>
        {otherButton}
      </div>
    </div>
  );
}
