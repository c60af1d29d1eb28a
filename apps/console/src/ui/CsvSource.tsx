/** A CSV list: a dropped or chosen file, or pasted text, beside its columns and an example. */
import {
  Button,
  Content,
  DropZone,
  FileTrigger,
  Heading,
  IllustratedMessage,
  TextArea,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { readFile } from './readFile.ts';
import './pasteArea.css';

const grid = style({
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    '@media (width >= 1000px)': ['minmax(0, 1fr)', 'minmax(0, 1fr)'],
  },
  gap: 24,
});
const zone = style({ width: 'full' });
const paste = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' });
const area = style({ width: 'full' });
const sampleText = style({ font: 'code-xs', padding: 12, borderRadius: 'default', margin: 0 });
const example = style({ minWidth: 0 });
const heading = style({ font: 'title-sm', margin: 0, marginBottom: 8 });
const columnList = style({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  columnGap: 16,
  rowGap: 4,
  margin: 0,
  alignItems: 'baseline',
});
const columnName = style({ font: 'code-xs', color: 'neutral' });
const meaning = style({
  font: 'ui-sm',
  color: 'neutral-subdued',
  margin: 0,
  minWidth: 0,
  overflowWrap: 'anywhere',
});

interface CsvSourceProps {
  columns: readonly (readonly [name: string, meaning: string])[];
  sample: string;
  isPending: boolean;
  onContent: (text: string) => void;
}

export function CsvSource({ columns, sample, isPending, onContent }: CsvSourceProps) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const title = intl.formatMessage({ id: 'import.sample' });
  async function open(file: File | undefined) {
    const read = file ? await readFile(file) : null;
    if (read !== null) onContent(read);
  }
  return (
    <div className={grid}>
      <FileZone isPending={isPending} onFile={(file) => void open(file)} />
      <div className={paste}>
        <TextArea
          label={intl.formatMessage({ id: 'import.paste' })}
          styles={area}
          UNSAFE_className="kw-paste"
          value={text}
          onChange={setText}
          spellCheck="false"
        />
        <Button
          variant="secondary"
          isDisabled={text.trim() === ''}
          isPending={isPending}
          onPress={() => onContent(text)}
        >
          {intl.formatMessage({ id: 'import.check' })}
        </Button>
      </div>
      <section>
        <h2 className={heading}>{intl.formatMessage({ id: 'import.columns' })}</h2>
        <dl className={columnList}>
          {columns.map(([name, about]) => (
            <div key={name} className={style({ display: 'contents' })}>
              <dt className={columnName}>{name}</dt>
              <dd className={meaning}>{about}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={example}>
        <h2 className={heading}>{title}</h2>
        <pre className={`kw-sample ${sampleText}`} tabIndex={0} role="group" aria-label={title}>
          {sample}
        </pre>
      </section>
    </div>
  );
}

interface FileZoneProps {
  isPending: boolean;
  onFile: (file: File | undefined) => void;
}

function FileZone({ isPending, onFile }: FileZoneProps) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'import.drop' });
  return (
    <DropZone
      styles={zone}
      aria-label={title}
      onDrop={(event) => {
        for (const item of event.items) if (item.kind === 'file') void item.getFile().then(onFile);
      }}
    >
      <IllustratedMessage>
        <Heading level={2}>{title}</Heading>
        <Content>
          <FileTrigger
            acceptedFileTypes={['text/csv', '.csv', '.txt', '.tsv']}
            onSelect={(files) => onFile(files?.[0] ?? undefined)}
          >
            <Button variant="secondary" isPending={isPending}>
              {intl.formatMessage({ id: 'import.choose' })}
            </Button>
          </FileTrigger>
        </Content>
      </IllustratedMessage>
    </DropZone>
  );
}
