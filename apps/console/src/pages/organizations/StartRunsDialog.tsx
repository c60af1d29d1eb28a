/**
 * Starts many runs: a preview of what would start and what is skipped and why, then one button with
 * the numbers.
 */
import { Button, ButtonGroup, Content, Dialog, Heading, ProgressCircle } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { OrganizationFilter, StartRunsMutation } from '../../generated/graphql.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { START_RUNS } from './organizationDocuments.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

type Runs = StartRunsMutation['startRuns'];

const list = style({
  margin: 0,
  paddingStart: 20,
  font: 'body-sm',
  maxHeight: 240,
  overflowY: 'auto',
});
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12 });
const text = style({ margin: 0 });

interface StartRunsDialogProps {
  filter?: OrganizationFilter;
  isOpen: boolean;
  onClose: () => void;
}

export function StartRunsDialog({ filter, isOpen, onClose }: StartRunsDialogProps) {
  return (
    <DialogContainer onDismiss={onClose}>
      {isOpen ? <Preview filter={filter} onClose={onClose} /> : null}
    </DialogContainer>
  );
}

function Preview({ filter, onClose }: Omit<StartRunsDialogProps, 'isOpen'>) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [preview, setPreview] = useState<Runs>();
  const [started, setStarted] = useState<number>();
  const dryRun = useKeywayMutation(START_RUNS, { onDone: setPreview });
  const start = useKeywayMutation(START_RUNS, {
    onDone: (payload) => {
      const count = payload.started.length;
      setStarted(count);
      announce(intl.formatMessage({ id: 'startRuns.done' }, { count }));
    },
  });
  const { send } = dryRun;
  useEffect(() => send({ filter: filter ?? {}, dryRun: true }), [send, filter]);
  const startable = preview?.startable.length ?? 0;
  return (
    <Dialog size="M">
      <Heading slot="title">{intl.formatMessage({ id: 'startRuns.title' })}</Heading>
      <Content>
        <div className={stack}>
          <p className={text}>
            {intl.formatMessage({ id: filter ? 'startRuns.filtered' : 'startRuns.all' })}
          </p>
          <MutationNotice
            mutation={dryRun}
            failed={intl.formatMessage({ id: 'startRuns.previewFailed' })}
          />
          <MutationNotice mutation={start} />
          {dryRun.isPending ? (
            <ProgressCircle isIndeterminate aria-label={intl.formatMessage({ id: 'loading' })} />
          ) : null}
          {started === undefined && preview ? <PreviewList preview={preview} /> : null}
          {started === undefined ? null : (
            <p className={text}>
              {intl.formatMessage({ id: 'startRuns.done' }, { count: started })}
            </p>
          )}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: started === undefined ? 'common.cancel' : 'common.close' })}
        </Button>
        {started === undefined && startable > 0 ? (
          // Starts exactly the organizations in the preview, even if others qualify by now.
          <Button
            variant="accent"
            isPending={start.isPending}
            onPress={() =>
              start.send({ organizationIds: preview?.startable.map(({ id }) => id), dryRun: false })
            }
          >
            {intl.formatMessage(
              { id: 'startRuns.start' },
              { count: startable, skipped: preview?.blocked.length ?? 0 },
            )}
          </Button>
        ) : null}
      </ButtonGroup>
    </Dialog>
  );
}

function PreviewList({ preview }: { preview: Runs }) {
  const intl = useIntl();
  return (
    <>
      <strong>
        {intl.formatMessage({ id: 'startRuns.startable' }, { count: preview.startable.length })}
      </strong>
      {preview.startable.length > 0 ? (
        <ul
          className={list}
          tabIndex={0}
          aria-label={intl.formatMessage(
            { id: 'startRuns.startable' },
            { count: preview.startable.length },
          )}
        >
          {preview.startable.map((one) => (
            <li key={one.id}>{one.name}</li>
          ))}
        </ul>
      ) : null}
      {preview.blocked.length > 0 ? (
        <>
          <strong>
            {intl.formatMessage({ id: 'startRuns.blocked' }, { count: preview.blocked.length })}
          </strong>
          <ul
            className={list}
            tabIndex={0}
            aria-label={intl.formatMessage(
              { id: 'startRuns.blocked' },
              { count: preview.blocked.length },
            )}
          >
            {preview.blocked.map((one) => (
              <li key={one.organization.id}>
                {one.organization.name}: {one.message}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
