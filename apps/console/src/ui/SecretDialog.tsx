/** Shows a text that the server gives out once: a token, a link. */
import type { ReactNode } from 'react';
import { Button, ButtonGroup, Content, Dialog, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { CopyText } from './CopyText.tsx';

const text = style({ font: 'body', marginTop: 16, marginBottom: 0 });
const full = style({ width: 'full' });

interface SecretDialogProps {
  title: string;
  /** That it is not shown again. */
  once: string;
  secret: string;
  /** For the name of the copy button. */
  label: string;
  onClose: () => void;
  /** Who can use it. */
  children?: ReactNode;
}

export function SecretDialog({ title, once, secret, label, onClose, children }: SecretDialogProps) {
  const intl = useIntl();
  return (
    <Dialog size="M">
      <Heading slot="title">{title}</Heading>
      <Content>
        <InlineAlert variant="positive" styles={full}>
          <Heading>{once}</Heading>
          <Content>
            <CopyText text={secret} label={label} max={Number.POSITIVE_INFINITY} />
          </Content>
        </InlineAlert>
        {children ? <p className={text}>{children}</p> : null}
      </Content>
      <ButtonGroup>
        <Button variant="accent" onPress={onClose}>
          {intl.formatMessage({ id: 'common.close' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
