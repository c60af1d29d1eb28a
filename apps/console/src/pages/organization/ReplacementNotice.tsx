/**
 * A credential that was stored beside the one in use: being checked, or rejected with the cloud's
 * message. People may delete it; the one in use stays.
 */
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { ConnectionKind } from '../../generated/enums.ts';
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { EnglishText } from '../../ui/EnglishText.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { isAhead } from '../../ui/isAhead.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { WITHDRAW_REPLACEMENT } from './organizationDocuments.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 8, alignItems: 'start' });
const textStyle = style({ margin: 0, overflowWrap: 'anywhere' });

type Replacement = NonNullable<ConnectionFieldsFragment['replacement']>;

interface ReplacementNoticeProps {
  organizationId: string;
  kind: ConnectionKind;
  /** "Adobe", "Azure" or "AWS". */
  cloud: string;
  connection: ConnectionFieldsFragment | null;
  mayChange: boolean;
}

export function ReplacementNotice({
  organizationId,
  kind,
  cloud,
  connection,
  mayChange,
}: ReplacementNoticeProps) {
  const intl = useIntl();
  const withdraw = useKeywayMutation(WITHDRAW_REPLACEMENT);
  const replacement = connection?.replacement;
  if (!replacement) return null;
  const { state, clientId } = replacement;
  return (
    <InlineAlert variant={state === 'FAILED' ? 'negative' : 'informative'} fillStyle="border">
      <Heading level={3}>
        {intl.formatMessage({ id: `connection.replacement.${state}` }, { cloud })}
      </Heading>
      <Content>
        <div className={stack} role="status">
          <CopyText
            text={clientId}
            label={intl.formatMessage({
              id: kind === 'AWS' ? 'aws.roleArn' : 'connection.clientId',
            })}
            max={40}
          />
          {replacement.expiry ? (
            <p className={textStyle}>
              {intl.formatMessage(
                { id: 'connection.replacement.expires' },
                { date: intl.formatDate(replacement.expiry.expiresAt, { dateStyle: 'long' }) },
              )}
            </p>
          ) : null}
          <Outcome replacement={replacement} cloud={cloud} />
          <p className={textStyle}>{intl.formatMessage({ id: 'connection.replacement.former' })}</p>
          <MutationNotice mutation={withdraw} />
          {mayChange ? (
            <Button
              variant="secondary"
              size="S"
              isPending={withdraw.isPending}
              onPress={() => withdraw.send({ organizationId, kind })}
            >
              {intl.formatMessage({ id: 'connection.replacement.withdraw' })}
            </Button>
          ) : null}
        </div>
      </Content>
    </InlineAlert>
  );
}

function Outcome({ replacement, cloud }: { replacement: Replacement; cloud: string }) {
  const intl = useIntl();
  const { state, cause, remedy, code, message, nextCheckAt } = replacement;
  if (state === 'PENDING' && !message) return null;
  return (
    <>
      {state === 'FAILED' ? (
        <p className={textStyle}>
          {cause} {remedy}
        </p>
      ) : null}
      <p className={textStyle}>
        {state === 'PENDING'
          ? intl.formatMessage({ id: 'connection.unreachable' }, { cloud })
          : null}{' '}
        {/* Azure's message begins with its code. */}
        {code && !message?.startsWith(code) ? <code>{code}</code> : null}{' '}
        {message ? <EnglishText text={message} /> : null} ·{' '}
        {intl.formatMessage({
          id: isAhead(nextCheckAt) ? 'connection.next' : 'connection.dueSince',
        })}{' '}
        <RelativeTime at={nextCheckAt} />
      </p>
    </>
  );
}
