/** Fills the form of a credential in from the file of a cloud's tool, chosen or pasted. */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import { Button, FileTrigger } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { readFile } from '../../ui/readFile.ts';
import { MAX_FILE_BYTES } from './jsonFile.ts';

/** The form lays the fields out. */
const around = style({ display: 'contents' });
const offer = style({ display: 'flex', flexDirection: 'column', rowGap: 8, alignItems: 'start' });
const text = style({ font: 'body-sm', margin: 0 });

const readText = async (file: File): Promise<string | null> =>
  file.size > MAX_FILE_BYTES ? null : readFile(file);

export interface FillFromFileProps {
  /** Which file it is, and that it can be pasted. Null: none is offered for now. */
  help: string | null;
  /** Fills the fields in and says so, or says why not. Null where the text is no such file. */
  onText: (text: string, from: 'file' | 'paste') => string | null;
  /** Several files can be chosen at once. */
  takesMany?: boolean;
  children: ReactNode;
}

export function FillFromFile({ help, onText, takesMany = false, children }: FillFromFileProps) {
  const intl = useIntl();
  const [message, setMessage] = useState('');
  const paste = (event: ClipboardEvent) => {
    const outcome = onText(event.clipboardData.getData('text'), 'paste');
    if (outcome === null) return;
    // The field that has the focus gets its own value alone.
    event.preventDefault();
    setMessage(outcome);
  };
  const latest = useRef(onText);
  useLayoutEffect(() => {
    latest.current = onText;
  });
  // Of the newest choice; a file that is read too late fills nothing in.
  const choice = useRef(0);
  useEffect(() => () => void (choice.current += 1), []);
  const choose = async (files: readonly File[]) => {
    const own = (choice.current += 1);
    const texts = await Promise.all(files.map(readText));
    if (own !== choice.current || texts.length === 0) return;
    const unknown = intl.formatMessage({ id: 'connection.file.unknown' });
    // Each has to fit what the one before it filled in.
    const outcomes = texts.map((read) =>
      read === null ? null : flushSync(() => latest.current(read, 'file')),
    );
    setMessage(outcomes.map((outcome) => outcome ?? unknown).join(' '));
  };
  return (
    <div className={around} onPasteCapture={paste}>
      <div className={offer}>
        {help === null ? null : (
          <>
            <p className={text}>{help}</p>
            <FileTrigger
              acceptedFileTypes={['.json', 'application/json']}
              allowsMultiple={takesMany}
              onSelect={(files) => void choose([...(files ?? [])])}
            >
              <Button variant="secondary" size="S">
                {intl.formatMessage({
                  id: takesMany ? 'connection.file.chooseMany' : 'connection.file.choose',
                })}
              </Button>
            </FileTrigger>
          </>
        )}
        {/* Always: a paste is answered where no file is offered, too. */}
        <p className={text} role="status">
          {message}
        </p>
      </div>
      {children}
    </div>
  );
}
