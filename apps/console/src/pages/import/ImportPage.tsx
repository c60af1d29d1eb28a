/**
 * Importing many organizations: give a list, see each bad line and why, then one button that says
 * the numbers.
 */
import { Button, ButtonGroup, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { UserErrorsNotice } from '../../ui/UserErrorsNotice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportSource } from './ImportSource.tsx';
import { useImport } from './useImport.ts';
import type { Outcome } from './useImport.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });

export function ImportPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'import.title' });
  usePageTitle(title);
  const { rows, preview, done, isPending, refusals, onExisting, choose, look, run, startOver } =
    useImport();
  if (done) return <ImportDone outcome={done} onAgain={startOver} />;
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'import.text' })}</PageHeader>
      <div className={stack}>
        <UserErrorsNotice errors={refusals} />
        {preview ? (
          <ImportPreview
            rows={rows}
            outcome={preview}
            onExisting={onExisting}
            onChoose={choose}
            actions={
              <ButtonGroup>
                {preview.created + preview.updated > 0 ? (
                  <Button variant="accent" isPending={isPending} onPress={() => void run()}>
                    {intl.formatMessage(
                      { id: 'import.run' },
                      {
                        created: preview.created,
                        updated: preview.updated,
                        skipped: preview.rejected.length,
                      },
                    )}
                  </Button>
                ) : null}
                <Button variant="secondary" onPress={startOver}>
                  {intl.formatMessage({ id: 'import.other' })}
                </Button>
              </ButtonGroup>
            }
          />
        ) : (
          <ImportSource isPending={isPending} onContent={(text) => void look(text)} />
        )}
      </div>
    </>
  );
}

function ImportDone({ outcome, onAgain }: { outcome: Outcome; onAgain: () => void }) {
  const intl = useIntl();
  const { created, updated, unchanged, rejected } = outcome;
  return (
    <EmptyState
      isPage
      title={intl.formatMessage({ id: 'import.done' }, { created, updated })}
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
      {intl.formatMessage(
        { id: 'import.counts' },
        { created, updated, unchanged, rejected: rejected.length },
      )}
    </EmptyState>
  );
}
