/**
 * Why a mutation was refused, with a link to the page that resolves it; or that there was no
 * response, with a button to retry.
 */
import { useIntl } from 'react-intl';
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { MutationState } from '../apollo/useKeywayMutation.ts';
import { ErrorState } from './ErrorState.tsx';
import { UserErrorsNotice } from './UserErrorsNotice.tsx';

const box = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  font: 'ui-sm',
  marginBottom: { default: 0, isSpaced: 20 },
});

export interface ResolvingLink {
  href: string;
  label: string;
}

interface MutationNoticeProps {
  mutation: MutationState;
  /** Fields of the form that show their own message. */
  fields?: readonly string[];
  /** A link to the page that resolves a refusal with this code. */
  linkFor?: (code: string) => ResolvingLink | null;
  /** The title without a response; by default, that the outcome is unknown. */
  failed?: string;
  /** True above other parts of a page, to keep a distance. */
  isSpaced?: boolean;
}

export function MutationNotice({ isSpaced = false, ...props }: MutationNoticeProps) {
  const content = useContent(props);
  return content ? <div className={box({ isSpaced })}>{content}</div> : null;
}

function useContent({ mutation, fields = [], linkFor, failed }: MutationNoticeProps) {
  const intl = useIntl();
  if (mutation.failure) {
    return (
      <ErrorState
        what={failed ?? intl.formatMessage({ id: 'error.outcomeUnknown' })}
        error={mutation.failure}
        onRetry={mutation.retry}
      />
    );
  }
  const errors = mutation.errors.filter((error) => !fields.includes(error.field?.[0] ?? ''));
  const [first] = errors;
  if (!first) return null;
  const link = linkFor?.(first.code);
  return (
    <>
      <UserErrorsNotice errors={errors} />
      {link ? <Link href={link.href}>{link.label}</Link> : null}
    </>
  );
}
