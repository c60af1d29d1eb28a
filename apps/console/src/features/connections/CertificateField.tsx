/** A key and its certificate: of one file or of two, or pasted. It says what is missing. */
import { useState, type ComponentProps } from 'react';
import { Button, FileTrigger, TextArea, type TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { pemContent, withFiles } from './pemContent.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 8, alignItems: 'start' });
const wide = style({ width: 'full' });

interface CertificateFieldProps {
  /** Value, change handler and message of the field. */
  field: (name: 'certificatePem') => ComponentProps<typeof TextField>;
}

export function CertificateField({ field }: CertificateFieldProps) {
  const intl = useIntl();
  const [isTooLarge, setTooLarge] = useState(false);
  const { value = '', onChange, errorMessage } = field('certificatePem');
  const change = (text: string) => {
    setTooLarge(false);
    onChange?.(text);
  };
  const choose = async (files: readonly File[]) => {
    const text = await withFiles(value, files);
    if (text === null) setTooLarge(true);
    else change(text);
  };
  const content = pemContent(value);
  const own = isTooLarge ? 'tooLarge' : content;
  const message =
    own === 'empty' || own === 'complete'
      ? errorMessage
      : intl.formatMessage({ id: `connection.pem.${own}` });
  return (
    <div className={stack}>
      <FileTrigger
        acceptedFileTypes={['.pem', '.crt', '.cer', '.key', 'text/plain']}
        allowsMultiple
        onSelect={(files) => void choose([...(files ?? [])])}
      >
        <Button variant="secondary" size="S">
          {intl.formatMessage({ id: 'connection.pem.choose' })}
        </Button>
      </FileTrigger>
      <TextArea
        label={intl.formatMessage({ id: 'connection.certificate' })}
        isRequired
        description={intl.formatMessage({ id: 'connection.certificateHelp' })}
        value={value}
        onChange={change}
        isInvalid={message !== undefined}
        {...(message !== undefined && { errorMessage: message })}
        autoComplete="off"
        spellCheck="false"
        styles={wide}
      />
    </div>
  );
}
