/** Imports many organizations: a list, a preview of each line's result, then the import. */
import { Button, ButtonGroup, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { RolePage } from '../../features/viewer/RolePage.tsx';
import { ImportKeys } from './ImportKeys.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportSource } from './ImportSource.tsx';
import { keyCountsText } from './keyCountsText.ts';
import { useImport } from './useImport.ts';
import type { ImportOutcome } from './listPreviewLines.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });

export function ImportPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'import.title' });
  usePageTitle(title);
  return (
    <RolePage roles={['OWNER', 'OPERATOR']} title={title}>
      <Import title={title} />
    </RolePage>
  );
}

function Import({ title }: { title: string }) {
  const intl = useIntl();
  const list = useImport();
  const { preview, done } = list;
  if (done) return <ImportDone outcome={done} onAgain={list.startOver} />;
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'import.text' })}</PageHeader>
      <div className={stack}>
        <MutationNotice
          mutation={list.dryRun}
          failed={intl.formatMessage({ id: 'import.checkFailed' })}
        />
        <MutationNotice mutation={list.run} />
        {preview ? (
          <ImportPreview
            lines={list.lines}
            outcome={preview}
            onExisting={list.onExisting}
            onChoose={list.chooseOnExisting}
            actions={<Actions preview={preview} list={list} />}
            keys={
              preview.keys ? (
                <ImportKeys
                  keys={preview.keys}
                  startRuns={list.startRuns}
                  isPending={list.dryRun.isPending || list.run.isPending}
                  onStartRuns={list.chooseStartRuns}
                />
              ) : null
            }
          />
        ) : (
          <ImportSource isPending={list.dryRun.isPending} onContent={list.check} />
        )}
      </div>
    </>
  );
}

interface ActionsProps {
  preview: ImportOutcome;
  list: ReturnType<typeof useImport>;
}

function Actions({ preview: { created, updated, rejected, keys }, list }: ActionsProps) {
  const intl = useIntl();
  const toProvide = keys?.toProvide ?? 0;
  const counts = { created, updated, skipped: rejected.length };
  return (
    <ButtonGroup>
      {created + updated + toProvide > 0 ? (
        <Button
          variant="accent"
          isPending={list.run.isPending}
          isDisabled={!list.isPreviewed}
          onPress={list.start}
        >
          {toProvide > 0
            ? intl.formatMessage(
                { id: 'import.runWithKeys' },
                { ...counts, changes: created + updated, keys: toProvide },
              )
            : intl.formatMessage({ id: 'import.run' }, counts)}
        </Button>
      ) : null}
      <Button variant="secondary" onPress={list.startOver}>
        {intl.formatMessage({ id: 'import.other' })}
      </Button>
    </ButtonGroup>
  );
}

function ImportDone({ outcome, onAgain }: { outcome: ImportOutcome; onAgain: () => void }) {
  const intl = useIntl();
  const { created, updated, unchanged, rejected, keys } = outcome;
  const provided = keys?.job ? keys.toProvide : 0;
  return (
    <EmptyState
      isPage
      title={
        provided > 0 && created + updated === 0
          ? intl.formatMessage({ id: 'import.keys.started' }, { keys: provided })
          : intl.formatMessage({ id: 'import.done' }, { created, updated })
      }
      actions={
        <>
          {keys?.job ? (
            <LinkButton variant="accent" href={`/bulk-jobs/${encodeURIComponent(keys.job.id)}`}>
              {intl.formatMessage({ id: 'import.keys.job' })}
            </LinkButton>
          ) : null}
          <LinkButton variant={keys?.job ? 'secondary' : 'accent'} href="/organizations">
            {intl.formatMessage({ id: 'import.see' })}
          </LinkButton>
          <Button variant="secondary" onPress={onAgain}>
            {intl.formatMessage({ id: 'import.again' })}
          </Button>
        </>
      }
    >
      {[
        intl.formatMessage(
          { id: 'import.counts' },
          { created, updated, unchanged, rejected: rejected.length },
        ),
        keys && keyCountsText(intl, keys),
      ]
        .filter(Boolean)
        .join('. ')}
    </EmptyState>
  );
}
