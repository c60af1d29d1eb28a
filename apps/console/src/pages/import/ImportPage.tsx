/** Imports many organizations: a list, a preview of each line's result, then the import. */
import { Button, ButtonGroup, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { RolePage } from '../../features/viewer/RolePage.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportSource } from './ImportSource.tsx';
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

function Actions({ preview: { created, updated, rejected }, list }: ActionsProps) {
  const intl = useIntl();
  return (
    <ButtonGroup>
      {created + updated > 0 ? (
        <Button variant="accent" isPending={list.run.isPending} onPress={list.start}>
          {intl.formatMessage({ id: 'import.run' }, { created, updated, skipped: rejected.length })}
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
