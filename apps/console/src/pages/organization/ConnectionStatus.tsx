/**
 * What is known of a stored credential: connected, rejected with the cloud's message, or not
 * checked yet.
 */
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { toConnectionIndicator } from '../../status/indicators.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { isAhead } from '../../ui/isAhead.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { EnglishText } from '../../ui/EnglishText.tsx';
import { Facts } from '../../ui/Facts.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 8, minWidth: 0 });
const textStyle = style({ margin: 0, overflowWrap: 'anywhere' });
const quiet = style({
  font: 'body-sm',
  color: 'neutral-subdued',
  margin: 0,
  overflowWrap: 'anywhere',
});

/** The status beside the title. `connected`: the label of a connected cloud. */
export function ConnectionIndicator({
  connection,
  connected,
}: {
  connection: ConnectionFieldsFragment | null;
  connected: string;
}) {
  const intl = useIntl();
  const state = connection?.state ?? 'NONE';
  return (
    <span role="status">
      <IndicatorText indicator={toConnectionIndicator(state)}>
        {state === 'CONNECTED'
          ? connected
          : intl.formatMessage({ id: `connection.state.${state}` })}
      </IndicatorText>
    </span>
  );
}

interface ConnectionStatusProps {
  /** "Adobe", "Azure" or "AWS". */
  cloud: string;
  connection: ConnectionFieldsFragment;
}

export function ConnectionStatus({ cloud, connection }: ConnectionStatusProps) {
  const intl = useIntl();
  return (
    <div className={stack}>
      <Stored cloud={cloud} connection={connection} />
      {connection.tenantWarning ? (
        <InlineAlert variant="notice" fillStyle="border">
          <Content>{connection.tenantWarning}</Content>
        </InlineAlert>
      ) : null}
      {connection.state === 'FAILED' ? <Refused cloud={cloud} connection={connection} /> : null}
      {connection.state === 'NOT_TRIED' ? <NotTried cloud={cloud} connection={connection} /> : null}
      {connection.state === 'CONNECTED' && connection.checkedAt ? (
        <p className={quiet}>
          {intl.formatMessage({ id: 'connection.checked' })}{' '}
          <RelativeTime at={connection.checkedAt} />
        </p>
      ) : null}
    </div>
  );
}

/** Whether to offer a check: the first check of a credential is automatic. */
export const mayTry = ({ state, message }: ConnectionFieldsFragment): boolean =>
  state !== 'NOT_TRIED' || Boolean(message);

function Stored({
  cloud,
  connection: { clientId, tenantId, subscriptionId },
}: ConnectionStatusProps) {
  const intl = useIntl();
  const ids = [
    ['organization.tenant', tenantId],
    ['connection.subscriptionId', subscriptionId],
    [cloud === 'AWS' ? 'aws.roleArn' : 'connection.clientId', clientId],
  ] as const;
  return (
    <Facts
      rows={ids.flatMap(([id, text]) =>
        text
          ? [
              [
                id,
                <CopyText key={id} text={text} label={intl.formatMessage({ id })} max={40} />,
              ] as const,
            ]
          : [],
      )}
    />
  );
}

function Refused({
  cloud,
  connection: { cause, remedy, code, message, checkedAt },
}: {
  cloud: string;
  connection: ConnectionFieldsFragment;
}) {
  const intl = useIntl();
  return (
    <InlineAlert variant="negative" fillStyle="border">
      <Heading level={3}>{intl.formatMessage({ id: 'connection.refused' }, { cloud })}</Heading>
      <Content>
        <div className={stack}>
          <p className={textStyle}>
            {cause} {remedy}
          </p>
          <p className={textStyle}>
            {/* Azure's message begins with its code. */}
            {code && !message?.startsWith(code) ? <code>{code}</code> : null}{' '}
            {message ? <EnglishText text={message} /> : null}
          </p>
          {checkedAt ? (
            <p className={quiet}>
              {intl.formatMessage({ id: 'connection.checked' })} <RelativeTime at={checkedAt} />
            </p>
          ) : null}
        </div>
      </Content>
    </InlineAlert>
  );
}

function NotTried({
  cloud,
  connection: { message, nextCheckAt },
}: {
  cloud: string;
  connection: ConnectionFieldsFragment;
}) {
  const intl = useIntl();
  if (!message)
    return <p className={quiet}>{intl.formatMessage({ id: 'connection.trying' }, { cloud })}</p>;
  return (
    <p className={quiet}>
      {intl.formatMessage({ id: 'connection.unreachable' }, { cloud })}{' '}
      <EnglishText text={message} />
      {nextCheckAt ? (
        <>
          {' '}
          ·{' '}
          {intl.formatMessage({
            id: isAhead(nextCheckAt) ? 'connection.next' : 'connection.dueSince',
          })}{' '}
          <RelativeTime at={nextCheckAt} />
        </>
      ) : null}
    </p>
  );
}
