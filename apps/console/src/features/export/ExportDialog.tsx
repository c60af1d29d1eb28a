/**
 * Reads a whole list and saves it as a file: says how far it is, and can be canceled. What was read
 * before a failure is saved only if somebody asks for it.
 */
import { useApolloClient } from '@apollo/client/react';
import { Button, ButtonGroup, Content, Dialog, Heading, ProgressBar } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { ExportTexts } from './ExportTexts.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { DialogContainer } from '../../ui/DialogContainer.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { saveAs } from '../../ui/saveAs.ts';
import { useActorName } from '../viewer/useActorName.ts';
import { ListReader } from './ListReader.ts';
import type { FileTools, ListFile } from './listFile.ts';

const wide = style({ width: 'full' });

interface ExportDialogProps {
  file: (tools: FileTools) => Promise<ListFile>;
  isOpen: boolean;
  onClose: () => void;
}

export function ExportDialog({ file, isOpen, onClose }: ExportDialogProps) {
  return (
    <ExportTexts>
      <DialogContainer onDismiss={onClose}>
        {isOpen ? <Reading file={file} onClose={onClose} /> : null}
      </DialogContainer>
    </ExportTexts>
  );
}

interface State {
  name?: string;
  count: number;
  total?: number | undefined;
  error?: unknown;
}

/** `keyway-organizations-2026-11-25.csv` */
const fileName = (name: string, isPart: boolean): string =>
  `keyway-${name}${isPart ? '-part' : ''}-${new Date().toISOString().slice(0, 10)}.csv`;

function useReading({ file, onClose }: Omit<ExportDialogProps, 'isOpen'>) {
  const intl = useIntl();
  const client = useApolloClient();
  const announce = useAnnounce();
  const nameOf = useActorName();
  const { locale } = useAppLocale();
  const [state, setState] = useState<State>({ count: 0 });
  const [attempt, setAttempt] = useState(0);
  const reader = useRef<ListReader>(undefined);
  // The list can change meanwhile: the file is of what it was when the button was pressed.
  const first = useRef({ file, tools: { intl, client, locale, nameOf } });
  const end = useRef({ onClose, announce });
  useEffect(() => {
    end.current = { onClose, announce };
  });
  useEffect(() => {
    const stop = new AbortController();
    const { file: wanted, tools } = first.current;
    const readAll = async () => {
      const made = await wanted(tools);
      reader.current ??= new ListReader(made);
      const found = reader.current;
      const show = () => setState({ name: made.name, count: found.count, total: found.total });
      if (!(await found.read(stop.signal, show))) return;
      saveAs(fileName(made.name, false), found.text());
      const saved = { count: found.count };
      end.current.announce(tools.intl.formatMessage({ id: 'export.saved' }, saved));
      end.current.onClose();
    };
    readAll().catch((error: unknown) => {
      if (!stop.signal.aborted) setState((old) => ({ ...old, error }));
    });
    return () => stop.abort();
  }, [attempt]);
  const retry = () => {
    setState(({ error: _failed, ...old }) => old);
    setAttempt(attempt + 1);
  };
  const savePart = () => {
    if (reader.current) saveAs(fileName(state.name ?? 'list', true), reader.current.text());
    onClose();
  };
  return { state, retry, savePart };
}

function Reading({ file, onClose }: Omit<ExportDialogProps, 'isOpen'>) {
  const intl = useIntl();
  const { state, retry, savePart } = useReading({ file, onClose });
  const { count, total, error } = state;
  const progress =
    total === undefined
      ? intl.formatMessage({ id: 'export.read' }, { count })
      : intl.formatMessage({ id: 'export.progress' }, { count, total: Math.max(count, total) });
  return (
    <Dialog size="S">
      <Heading slot="title">{intl.formatMessage({ id: 'export.title' })}</Heading>
      <Content>
        {error === undefined ? (
          <ProgressBar
            label={intl.formatMessage({ id: 'export.reading' })}
            valueLabel={progress}
            {...(total ? { value: (count / Math.max(count, total)) * 100 } : {})}
            isIndeterminate={!total}
            styles={wide}
          />
        ) : (
          <>
            <ErrorState
              what={intl.formatMessage({ id: 'export.failed' })}
              error={error}
              onRetry={retry}
            />
            <p>{intl.formatMessage({ id: 'export.kept' }, { progress })}</p>
          </>
        )}
      </Content>
      <ButtonGroup>
        {error !== undefined && count > 0 ? (
          <Button variant="secondary" onPress={savePart}>
            {intl.formatMessage({ id: 'export.savePart' }, { count })}
          </Button>
        ) : null}
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: error === undefined ? 'common.cancel' : 'common.close' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
