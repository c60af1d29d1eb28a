/** The fields of an entry of history, with those within a field below it. */
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { CopyButton, CopyText } from '../../ui/CopyText.tsx';
import type { EntryField } from './entryFieldsDocument.ts';

/** Of a long entry, such as the role assignments of a large subscription. */
const FIRST_FIELDS = 100;
/** Longer text has a button that copies it. */
const LONG_TEXT = 120;
const DEEPEST = 5;

const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  margin: 0,
  font: 'ui',
  minWidth: 0,
});
// Beside each other where there is space, whichever page it is on.
const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 12,
  rowGap: 0,
  alignItems: 'baseline',
  minWidth: 0,
  paddingStart: { default: 0, level: { 1: 12, 2: 24, 3: 36, 4: 48, 5: 64 } },
});
const label = style({
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: 208,
  minWidth: 0,
  color: { default: 'neutral-subdued', isGroup: 'neutral' },
  fontWeight: { isGroup: 'medium' },
  overflowWrap: 'anywhere',
});
const value = style({
  flexGrow: 1,
  flexShrink: 1,
  flexBasis: 208,
  minWidth: 0,
  margin: 0,
  color: 'neutral',
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-wrap',
});
const values = style({ margin: 0, padding: 0, listStyleType: 'none' });

export function EntryFields({ fields }: { fields: readonly EntryField[] }) {
  const intl = useIntl();
  const [showsAll, setShowsAll] = useState(fields.length <= FIRST_FIELDS);
  const shown = showsAll ? fields : fields.slice(0, FIRST_FIELDS);
  return (
    <>
      <dl className={list} aria-label={intl.formatMessage({ id: 'entry.fields' })}>
        {shown.map((field, index) => (
          <Field key={index} field={field} />
        ))}
      </dl>
      {showsAll ? null : (
        <div data-print="hidden">
          <Button variant="secondary" size="S" onPress={() => setShowsAll(true)}>
            {intl.formatMessage({ id: 'entry.all' }, { count: fields.length })}
          </Button>
        </div>
      )}
    </>
  );
}

function Field({ field }: { field: EntryField }) {
  const level = String(Math.min(field.level, DEEPEST)) as '0' | '1' | '2' | '3' | '4' | '5';
  const [only, ...others] = field.values;
  return (
    <div className={row({ level })}>
      <dt className={label({ isGroup: only === undefined })}>{field.label}</dt>
      <dd className={value}>
        {only === undefined ? null : others.length === 0 ? (
          <Value field={field} text={only} />
        ) : (
          <ul className={values}>
            {field.values.map((text, index) => (
              <li key={index}>
                <Value field={field} text={text} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}

function Value({ field, text }: { field: EntryField; text: string }) {
  const intl = useIntl();
  if (field.format === 'VERBATIM')
    return <CopyText text={text} label={field.label} max={Infinity} />;
  if (field.format === 'INSTANT')
    return (
      <time dateTime={text} title={text}>
        {intl.formatDate(text, { dateStyle: 'medium', timeStyle: 'long' })}
      </time>
    );
  return (
    <>
      <bdi>{text}</bdi>
      {text.length > LONG_TEXT ? <CopyButton text={text} label={field.label} /> : null}
    </>
  );
}
