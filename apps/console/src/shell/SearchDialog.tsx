/**
 * Finds organizations by name, IMS ID, vault or case number, and the console's actions by name: a
 * combobox in a dialog.
 */
import { CustomDialog, Heading, ProgressCircle } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useLayoutEffect, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useIntl } from 'react-intl';
import { ShortcutTexts } from './ShortcutTexts.tsx';
import { SearchResults, optionId } from './SearchResults.tsx';
import { useSearchResults } from './useSearchResults.ts';
import { DialogContainer } from '../ui/DialogContainer.tsx';

const head = style({
  display: 'flex',
  alignItems: 'center',
  columnGap: 12,
  paddingX: 20,
  paddingY: 12,
});
const field = style({
  font: 'ui-lg',
  flexGrow: 1,
  minWidth: 0,
  borderStyle: 'none',
  outlineStyle: 'none',
  backgroundColor: 'transparent',
  color: 'neutral',
  padding: 4,
});
const hidden = style({ display: 'none' });

interface SearchDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** What was typed before the dialog was there; taken by it. */
  typed: RefObject<string>;
}

export function SearchDialog({ isOpen, onClose, typed }: SearchDialogProps) {
  return (
    <DialogContainer onDismiss={onClose}>
      {isOpen ? (
        <ShortcutTexts>
          <SearchPanel onClose={onClose} typed={typed} />
        </ShortcutTexts>
      ) : null}
    </DialogContainer>
  );
}

function SearchPanel({ onClose, typed }: Omit<SearchDialogProps, 'isOpen'>) {
  const intl = useIntl();
  const [text, setText] = useState('');
  useLayoutEffect(() => {
    const before = typed.current;
    typed.current = '';
    if (before) setText((after) => before + after);
  }, [typed]);
  const [active, setActive] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const { results, isSettled, isLoading, isFailed } = useSearchResults(text);
  const at = Math.min(active, Math.max(0, results.length - 1));
  function choose(index: number) {
    const one = results[index];
    if (!one) return;
    onClose();
    void one.open();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, results.length));
    else if (event.key === 'ArrowUp')
      setActive((at - 1 + results.length) % Math.max(1, results.length));
    else if (event.key === 'Enter') setEntered(true);
    else return;
    event.preventDefault();
  }
  // Enter waits for the results of the whole text: those still shown can be for a shorter one.
  useEffect(() => {
    if (!isEntered || !isSettled) return;
    setEntered(false);
    const one = results[at];
    if (!one) return;
    onClose();
    void one.open();
  }, [isEntered, isSettled, results, at, onClose]);
  const label = intl.formatMessage({ id: 'shell.searchHint' });
  return (
    <CustomDialog size="M" padding="none" aria-label={intl.formatMessage({ id: 'search.title' })}>
      <Heading slot="title" styles={hidden}>
        {intl.formatMessage({ id: 'search.title' })}
      </Heading>
      <div className={head}>
        <input
          // The dialog was opened to type here.
          autoFocus
          className={field}
          type="text"
          role="combobox"
          aria-expanded={results.length > 0}
          aria-controls="search-results"
          aria-activedescendant={results.length > 0 ? optionId(at) : undefined}
          aria-autocomplete="list"
          aria-label={label}
          placeholder={label}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setEntered(false);
          }}
          onKeyDown={onKeyDown}
        />
        {isLoading ? (
          <ProgressCircle
            size="S"
            isIndeterminate
            aria-label={intl.formatMessage({ id: 'loading' })}
          />
        ) : null}
      </div>
      <SearchResults
        results={results}
        active={at}
        text={text}
        isFailed={isFailed}
        isLoading={!isSettled}
        onChoose={choose}
        onActive={setActive}
      />
    </CustomDialog>
  );
}
