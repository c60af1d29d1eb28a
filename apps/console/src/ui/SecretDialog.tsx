/** Shows a text that the server gives out once, and asks before it is closed without a copy. */
import { useContext, useEffect, useState } from 'react';
import type { ClipboardEvent, ReactNode } from 'react';
import { Button, ButtonGroup, Content, Dialog, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { WithTexts } from '../intl/WithTexts.tsx';
import en from '../messages/secret.en.json';
import es from '../messages/secret.es.json';
import { useLeaveQuestion } from '../routing/useUnsavedChanges.tsx';
import { CopyText } from './CopyText.tsx';
import { DialogContainer, InsteadOfDismissal, useIsDialogOpen } from './DialogContainer.tsx';

const TEXTS = { en, es };

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
  const [isCopied, setCopied] = useState(false);
  const { close, question } = useCloseQuestion(!isCopied, onClose);
  const onCopied = () => setCopied(true);
  /** Whoever marks the text and copies it by keyboard has it too. */
  function onCopy({ target }: ClipboardEvent) {
    const marked = target instanceof Node ? String(document.getSelection()) : '';
    if (marked.replaceAll(/\s/g, '').includes(secret)) onCopied();
  }
  return (
    <Dialog size="M">
      <Heading slot="title">{title}</Heading>
      <Content>
        <div onCopy={onCopy}>
          <InlineAlert variant="positive" styles={full}>
            <Heading>{once}</Heading>
            <Content>
              <CopyText
                text={secret}
                label={label}
                max={Number.POSITIVE_INFINITY}
                onCopied={onCopied}
              />
            </Content>
          </InlineAlert>
        </div>
        {children ? <p className={text}>{children}</p> : null}
        <WithTexts texts={TEXTS}>{question}</WithTexts>
      </Content>
      <ButtonGroup>
        <Button variant="accent" onPress={close}>
          {intl.formatMessage({ id: 'common.close' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

/** However the dialog is to be closed or its page left: first the question, then that. */
function useCloseQuestion(asks: boolean, onClose: () => void) {
  const isOpen = useIsDialogOpen();
  const [isAsked, setAsked] = useState(false);
  const ask = () => setAsked(true);
  const leaving = useLeaveQuestion(isOpen && asks);
  const setInstead = useContext(InsteadOfDismissal);
  useEffect(() => {
    setInstead(asks ? { act: () => setAsked(true) } : null);
    return () => setInstead(null);
  }, [asks, setInstead]);
  function stay() {
    setAsked(false);
    if (leaving.isAsked) leaving.stay();
  }
  const isShown = isOpen && (isAsked || leaving.isAsked);
  return {
    close: asks ? ask : onClose,
    question: (
      <DialogContainer onDismiss={stay}>
        {isShown ? (
          <Question onStay={stay} onClose={leaving.isAsked ? leaving.leave : onClose} />
        ) : null}
      </DialogContainer>
    ),
  };
}

function Question({ onStay, onClose }: Record<'onStay' | 'onClose', () => void>) {
  const intl = useIntl();
  return (
    <Dialog role="alertdialog" size="S">
      <Heading slot="title">{intl.formatMessage({ id: 'secret.title' })}</Heading>
      <Content>{intl.formatMessage({ id: 'secret.text' })}</Content>
      <ButtonGroup>
        <Button variant="secondary" autoFocus onPress={onStay}>
          {intl.formatMessage({ id: 'secret.back' })}
        </Button>
        <Button variant="negative" onPress={onClose}>
          {intl.formatMessage({ id: 'secret.close' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
