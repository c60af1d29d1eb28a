/** Where Adobe's alerts and Azure's events about one organization's keys are registered. */
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Cloud } from '../../../generated/enums.ts';
import { EventTexts } from './EventTexts.ts';
import { CopyText } from '../../../ui/CopyText.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { RuleLinks } from '../../../ui/RuleLinks.tsx';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import { EventGridAddress } from './EventGridAddress.tsx';
import { useEventAddresses } from './useEventAddresses.ts';

const DOCS = {
  adobe:
    'https://experienceleague.adobe.com/en/docs/experience-platform/observability/alerts/subscribe',
  azure: 'https://learn.microsoft.com/azure/key-vault/general/event-grid-overview',
} as const;

const quiet = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });
const text = style({ font: 'body-sm', margin: 0 });
const part = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  minWidth: 0,
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  paddingTop: 12,
});
const heading = style({ font: 'title-sm', margin: 0 });
const address = style({ margin: 0, minWidth: 0, overflowWrap: 'anywhere' });
const summary = style({ font: 'ui', cursor: 'pointer', paddingY: 4 });
const list = style({
  font: 'body-sm',
  margin: 0,
  paddingStart: 24,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  overflowWrap: 'anywhere',
});
const links = style({
  font: 'body-sm',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: 12,
  marginTop: 8,
});

export interface EventAddressesProps {
  organizationId: string;
  cloud: Cloud;
  /** Of the Adobe connection; null without one. */
  clientId: string | null;
  /** Whether any set-up is complete. */
  isComplete: boolean;
}

export const EventAddresses = (props: EventAddressesProps) => (
  <EventTexts>
    <Addresses {...props} />
  </EventTexts>
);

function Addresses({ organizationId, cloud, clientId, isComplete }: EventAddressesProps) {
  const intl = useIntl();
  const { adobe, made, error, refetch } = useEventAddresses(organizationId);
  return (
    <Panel title={intl.formatMessage({ id: 'events.title' })}>
      <p className={quiet}>{intl.formatMessage({ id: 'events.about' })}</p>
      {adobe ? (
        <AdobeAddress address={adobe} clientId={clientId} />
      ) : error ? (
        <ErrorState
          what={intl.formatMessage({ id: 'events.failed' })}
          error={error}
          onRetry={refetch}
        />
      ) : (
        <ListSkeleton rows={2} columns={1} />
      )}
      {adobe && cloud === 'AZURE' ? (
        <div className={part}>
          <h3 className={heading}>{intl.formatMessage({ id: 'events.azure' })}</h3>
          <p className={quiet}>
            {intl.formatMessage({ id: 'events.azure.about' })} <RuleLinks rules={['MON-02']} />
          </p>
          {isComplete ? null : (
            <p className={text}>{intl.formatMessage({ id: 'events.azure.incomplete' })}</p>
          )}
          <EventGridAddress organizationId={organizationId} made={made} refetch={refetch} />
          <HowTo
            cloud="azure"
            rules={['MON-04', 'KV-09']}
            steps={[
              intl.formatMessage({ id: 'events.azure.step1' }),
              intl.formatMessage({ id: 'events.azure.step2' }),
              intl.formatMessage({ id: 'events.azure.step3' }),
            ]}
          />
        </div>
      ) : null}
    </Panel>
  );
}

function AdobeAddress({ address: url, clientId }: { address: string; clientId: string | null }) {
  const intl = useIntl();
  return (
    <div className={part}>
      <h3 className={heading}>{intl.formatMessage({ id: 'events.adobe' })}</h3>
      <p className={quiet}>{intl.formatMessage({ id: 'events.adobe.about' })}</p>
      {clientId ? null : (
        <p className={text}>{intl.formatMessage({ id: 'events.adobe.notConnected' })}</p>
      )}
      <p className={address}>
        <CopyText
          text={url}
          label={intl.formatMessage({ id: 'events.adobe.address' })}
          max={Number.POSITIVE_INFINITY}
        />
      </p>
      <HowTo
        cloud="adobe"
        rules={['AL-10', 'AL-11', 'AL-15']}
        steps={[
          clientId
            ? intl.formatMessage({ id: 'events.adobe.step1' }, { clientId })
            : intl.formatMessage({ id: 'events.adobe.step1.notConnected' }),
          intl.formatMessage({ id: 'events.adobe.step2' }),
          intl.formatMessage({ id: 'events.adobe.step3' }),
        ]}
      />
    </div>
  );
}

interface HowToProps {
  cloud: keyof typeof DOCS;
  steps: readonly ReactNode[];
  rules: readonly string[];
}

function HowTo({ cloud, steps, rules }: HowToProps) {
  const intl = useIntl();
  return (
    <details>
      <summary className={summary}>{intl.formatMessage({ id: 'events.how' })}</summary>
      <ol className={list}>
        {steps.map((step, at) => (
          <li key={at}>{step}</li>
        ))}
      </ol>
      <div className={links}>
        <Link href={DOCS[cloud]} target="_blank" rel="noreferrer">
          {intl.formatMessage({
            id: cloud === 'adobe' ? 'events.adobe.docs' : 'events.azure.docs',
          })}
        </Link>
        <RuleLinks rules={rules} />
      </div>
    </details>
  );
}
