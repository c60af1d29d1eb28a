/** Checks organizations with keys that are planned in a list, without starting runs. */
import { useApolloClient } from '@apollo/client/react';
import { Button, ButtonGroup, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { ReadinessTexts } from '../../features/readiness/ReadinessTexts.tsx';
import { START_DRY_RUN } from '../../features/readiness/StartReadiness.tsx';
import { useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { CsvSource } from '../../ui/CsvSource.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { UserErrorsNotice } from '../../ui/UserErrorsNotice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { PlannedKeyPreview } from './PlannedKeyPreview.tsx';
import { PLANNED_KEYS, type PlannedKeyList } from './plannedKeysDocument.ts';

const SAMPLE = `imsOrgId,track,keyIdentifier,vaultResourceId
0123456789ABCDEF01234567@AdobeOrg,AEP,https://contoso-aep.vault.azure.net/keys/cmk,
0123456789ABCDEF01234568@AdobeOrg,AEP,arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab,`;

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });

export const PlannedKeysPage = () => (
  <ReadinessTexts>
    <Page />
  </ReadinessTexts>
);

function Page() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'readiness.keys' });
  usePageTitle(title);
  const list = usePlannedKeys();
  const { read } = list;
  const required = (text: string) => intl.formatMessage({ id: 'import.column.required' }, { text });
  const columns = [
    ['imsOrgId', required(intl.formatMessage({ id: 'import.column.imsOrgId' }))],
    ['track', required('AEP · CJA')],
    ['keyIdentifier', required(intl.formatMessage({ id: 'readiness.keys.identifier' }))],
    ['vaultResourceId', intl.formatMessage({ id: 'readiness.keys.resource' })],
  ] as const;
  return (
    <>
      <PageHeader
        title={title}
        above={
          <Link href="/readiness" variant="secondary" isStandalone>
            {intl.formatMessage({ id: 'readiness.all' })}
          </Link>
        }
      >
        {intl.formatMessage({ id: 'readiness.keys.text' })}
      </PageHeader>
      <div className={stack}>
        {read.error === undefined ? null : (
          <ErrorState
            what={intl.formatMessage({ id: 'import.checkFailed' })}
            error={read.error}
            onRetry={list.again}
          />
        )}
        {read.list && read.list.userErrors.length > 0 ? (
          <UserErrorsNotice errors={read.list.userErrors} />
        ) : null}
        {read.list?.userErrors.length === 0 ? (
          <PlannedKeyPreview
            content={read.content}
            list={read.list}
            actions={<Actions list={read.list} onOther={list.startOver} />}
          />
        ) : (
          <CsvSource
            columns={columns}
            sample={SAMPLE}
            isPending={read.isPending}
            onContent={list.check}
          />
        )}
      </div>
    </>
  );
}

interface Reading {
  content: string;
  isPending: boolean;
  list?: PlannedKeyList;
  error?: unknown;
}

/** The list as the server read it. */
function usePlannedKeys() {
  const intl = useIntl();
  const client = useApolloClient();
  const announce = useAnnounce();
  const { locale } = useAppLocale();
  const [read, setRead] = useState<Reading>({ content: '', isPending: false });
  async function check(content: string) {
    setRead({ content, isPending: true });
    try {
      const { data } = await client.query({
        query: PLANNED_KEYS,
        variables: { content, locale },
        fetchPolicy: 'no-cache',
      });
      const list = data!.plannedKeys;
      setRead({ content, isPending: false, list });
      announce(
        intl.formatMessage(
          { id: 'readiness.keys.counts' },
          { keys: list.keys.length, rejected: list.rejected.length },
        ),
      );
    } catch (error) {
      setRead({ content, isPending: false, error });
    }
  }
  return {
    read,
    check: (content: string) => void check(content),
    again: () => void check(read.content),
    startOver: () => setRead({ content: '', isPending: false }),
  };
}

function Actions({ list, onOther }: { list: PlannedKeyList; onOther: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const mayStart = useRoleSomewhere('OWNER', 'OPERATOR');
  const start = useKeywayMutation(START_DRY_RUN, {
    evicts: ['dryRuns'],
    onDone: ({ dryRun }) => {
      if (dryRun) void navigate({ to: '/readiness/$dryRunId', params: { dryRunId: dryRun.id } });
    },
  });
  const keys = list.keys.map(({ organizationId, track, keyIdentifier, vaultResourceId }) => ({
    ...{ organizationId, track, keyIdentifier, vaultResourceId },
  }));
  return (
    <>
      <MutationNotice mutation={start} />
      <ButtonGroup>
        {keys.length > 0 && mayStart ? (
          <Button variant="accent" isPending={start.isPending} onPress={() => start.send({ keys })}>
            {intl.formatMessage(
              { id: 'readiness.keys.start' },
              { count: keys.length, skipped: list.rejected.length },
            )}
          </Button>
        ) : null}
        <Button variant="secondary" onPress={onOther}>
          {intl.formatMessage({ id: 'import.other' })}
        </Button>
      </ButtonGroup>
    </>
  );
}
