/**
 * A field for a text to find, as Spectrum draws it. The browser's own field: Spectrum's brings its
 * labels, help texts and validation to pages that have no other field.
 */
import CrossIcon from '@react-spectrum/s2/icons/Close';
import SearchIcon from '@react-spectrum/s2/icons/Search';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef } from 'react';
import { useIntl } from 'react-intl';
import './searchInput.css';

const box = style({
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
  boxSizing: 'border-box',
  width: { default: 'full', '@media (width >= 700px)': 280 },
  height: 24,
  paddingX: 8,
  borderRadius: 'full',
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: { default: 'gray-300', ':hover': 'gray-400', ':focus-within': 'gray-900' },
  backgroundColor: 'gray-25',
  color: 'neutral-subdued',
});
const field = style({
  font: 'ui-sm',
  flexGrow: 1,
  minWidth: 0,
  padding: 0,
  borderStyle: 'none',
  outlineStyle: 'none',
  backgroundColor: 'transparent',
  color: 'neutral',
});
const clear = style({
  display: 'flex',
  flexShrink: 0,
  padding: 2,
  borderStyle: 'none',
  backgroundColor: 'transparent',
  color: { default: 'neutral-subdued', ':hover': 'neutral' },
  cursor: 'pointer',
});

interface SearchInputProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
}

export function SearchInput({ label, value, onChange }: SearchInputProps) {
  const intl = useIntl();
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className={box} onClick={() => input.current?.focus()}>
      <SearchIcon aria-hidden="true" styles={iconStyle({ size: 'XS' })} />
      <input
        ref={input}
        type="search"
        className={`${field} kw-search-input`}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          onChange('');
        }}
      />
      {value === '' ? null : (
        // Not in the tab order: Escape does the same.
        <button
          type="button"
          tabIndex={-1}
          className={clear}
          aria-label={intl.formatMessage({ id: 'search.clear' })}
          onClick={() => onChange('')}
        >
          <CrossIcon aria-hidden="true" styles={iconStyle({ size: 'XS' })} />
        </button>
      )}
    </span>
  );
}
