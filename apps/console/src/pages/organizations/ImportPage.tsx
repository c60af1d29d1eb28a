/** Importing many organizations: give a list, see each bad line and why, then one button that says the numbers. */
import { useApolloClient } from '@apollo/client/react';
import { Button, ButtonGroup, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import type { ImportOrganizationsMutation } from '../../generated/graphql.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RefusalNotice } from '../../ui/RefusalNotice.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useRefusable } from '../../ui/useRefusable.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportSource } from './ImportSource.tsx';
import { previewRows } from './csvPreview.ts';
import { IMPORT_ORGANIZATIONS } from './organizationDocuments.ts';

type Outcome = ImportOrganizationsMutation['importOrganizations'];

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });

export function ImportPage() {
  const intl = useIntl();
  const client = useApolloClient();
  const announce = useAnnounce();
  const title = intl.formatMessage({ id: 'import.title' });
  usePageTitle(title);
  const [content, setContent] = useState<string>();
  const [preview, setPreview] = useState<Outcome>();
  const [done, setDone] = useState<Outcome>();
  const { submit, isPending, refusals, clear } = useRefusable(IMPORT_ORGANIZATIONS, (data) => data.importOrganizations.userErrors);
  const rows = useMemo(() => (content && preview ? previewRows(content, preview.rejected) : []), [content, preview]);
  async function look(text: string) {
    setContent(text);
    const data = await submit({ input: { format: 'CSV', content: text, dryRun: true } });
    if (!data) return;
    const outcome = data.importOrganizations;
    setPreview(outcome);
    announce(
      intl.formatMessage(
        { id: 'import.counts' },
        { created: outcome.created, unchanged: outcome.unchanged, rejected: outcome.rejected.length },
      ),
    );
  }
  async function run() {
    if (!content) return;
    const data = await submit({ input: { format: 'CSV', content, dryRun: false } });
    if (!data) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'organizations' });
    setDone(data.importOrganizations);
  }
  function startOver() {
    setContent(undefined);
    setPreview(undefined);
    setDone(undefined);
    clear();
  }
  if (done) return <ImportDone outcome={done} onAgain={startOver} />;
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'import.text' })}</PageHeader>
      <div className={stack}>
        <RefusalNotice errors={refusals} />
        {preview ? (
          <>
            <ImportPreview rows={rows} outcome={preview} />
            <ButtonGroup>
              {preview.created > 0 ? (
                <Button variant="accent" isPending={isPending} onPress={() => void run()}>
                  {intl.formatMessage({ id: 'import.run' }, { created: preview.created, skipped: preview.rejected.length })}
                </Button>
              ) : null}
              <Button variant="secondary" onPress={startOver}>
                {intl.formatMessage({ id: 'import.other' })}
              </Button>
            </ButtonGroup>
          </>
        ) : (
          <ImportSource isPending={isPending} onContent={(text) => void look(text)} />
        )}
      </div>
    </>
  );
}

function ImportDone({ outcome, onAgain }: { outcome: Outcome; onAgain: () => void }) {
  const intl = useIntl();
  const { created, unchanged, rejected } = outcome;
  return (
    <EmptyState
      isPage
      title={intl.formatMessage({ id: 'import.done' }, { count: created })}
      actions={
        <>
          <LinkButton variant="accent" href="/organizations">
            {intl.formatMessage({ id: 'import.see' })}
          </LinkButton>
          <Button variant="secondary" onPress={onAgain}>
            {intl.formatMessage({ id: 'import.again' })}
          </Button>
        </>
      }
    >
      {intl.formatMessage({ id: 'import.counts' }, { created, unchanged, rejected: rejected.length })}
    </EmptyState>
  );
}
