/** The list to import: a dropped or chosen file, or pasted text. */
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
import { ImportColumns } from './ImportColumns.tsx';
import './importSource.css';

const SAMPLE =
  'name,imsOrgId,cloud,region,shield,ownsCja,azureTenantId\nContoso,0123456789ABCDEF01234567@AdobeOrg,AZURE,VA7,HEALTHCARE_SHIELD,true,11111111-1111-4111-8111-111111111111';

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
const sample = style({
  font: 'code-xs',
  padding: 12,
  borderRadius: 'default',
  margin: 0,
});
const example = style({ minWidth: 0 });
const heading = style({ font: 'title-sm', margin: 0, marginBottom: 8 });

export function ImportSource({
  isPending,
  onContent,
}: {
  isPending: boolean;
  onContent: (text: string) => void;
}) {
  const intl = useIntl();
  const [text, setText] = useState('');
  async function read(file: File | undefined) {
    if (file) onContent(await file.text());
  }
  return (
    <div className={grid}>
      <DropZone
        styles={zone}
        aria-label={intl.formatMessage({ id: 'import.drop' })}
        onDrop={(event) => {
          for (const item of event.items) if (item.kind === 'file') void item.getFile().then(read);
        }}
      >
        <IllustratedMessage>
          <Heading level={2}>{intl.formatMessage({ id: 'import.drop' })}</Heading>
          <Content>
            <FileTrigger
              acceptedFileTypes={['text/csv', '.csv', '.txt', '.tsv']}
              onSelect={(files) => void read(files?.[0] ?? undefined)}
            >
              <Button variant="secondary" isPending={isPending}>
                {intl.formatMessage({ id: 'import.choose' })}
              </Button>
            </FileTrigger>
          </Content>
        </IllustratedMessage>
      </DropZone>
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
      <ImportColumns />
      <section className={example}>
        <h2 className={heading}>{intl.formatMessage({ id: 'import.sample' })}</h2>
        <pre
          className={`kw-sample ${sample}`}
          tabIndex={0}
          role="group"
          aria-label={intl.formatMessage({ id: 'import.sample' })}
        >
          {SAMPLE}
        </pre>
      </section>
    </div>
  );
}
