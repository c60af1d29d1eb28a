/** Shows a text that the server gives out once, and asks before it is closed without a copy. */
import { useContext, useEffect, useState } from 'react';
import type { ClipboardEvent, ReactNode } from 'react';
import { Button, ButtonGroup, Content, Dialog, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { SecretTexts } from './SecretTexts.ts';
import { useLeaveQuestion } from '../routing/useUnsavedChanges.tsx';
import type { MutationState } from '../apollo/useKeywayMutation.ts';
import { CopyText } from './CopyText.tsx';
import { DialogContainer } from './DialogContainer.tsx';
import { InsteadOfDismissal, useIsDialogOpen } from './dialogState.ts';
import { MutationNotice } from './MutationNotice.tsx';

const text = style({ font: 'body', marginTop: 16, marginBottom: 0 });
const full = style({ width: 'full' });

interface Revocation {
  mutation: MutationState;
  send: () => void;
}

interface SecretDialogProps {
  title: string;
  /** That it is not shown again. */
  once: string;
  secret: string;
  /** For the name of the copy button. */
  label: string;
  /**
   * Revokes what was made, since it stays valid without a copy too. It closes the dialog. Null: the
   * next one ends it.
   */
  revocation: Revocation | null;
  onClose: () => void;
  /** Who can use it, and until when. */
  children?: ReactNode;
}

export function SecretDialog({ children, ...props }: SecretDialogProps) {
  const { title, once, secret, label, revocation, onClose } = props;
  const intl = useIntl();
  const [isCopied, setCopied] = useState(false);
  const { close, question } = useCloseQuestion(!isCopied, revocation, onClose);
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
        <SecretTexts>{question}</SecretTexts>
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
function useCloseQuestion(asks: boolean, revocation: Revocation | null, onClose: () => void) {
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
          <Question
            isReplaced={revocation === null}
            revocation={leaving.isAsked ? null : revocation}
            onStay={stay}
            onClose={leaving.isAsked ? leaving.leave : onClose}
          />
        ) : null}
      </DialogContainer>
    ),
  };
}

interface QuestionProps extends Record<'onStay' | 'onClose', () => void> {
  /** Whether the next one ends it, instead of a revocation. */
  isReplaced: boolean;
  /** Null while another page waits, which would not follow. */
  revocation: Revocation | null;
}

function Question({ isReplaced, revocation, onStay, onClose }: QuestionProps) {
  const intl = useIntl();
  return (
    <Dialog role="alertdialog" size="M">
      <Heading slot="title">{intl.formatMessage({ id: 'secret.title' })}</Heading>
      <Content>
        {intl.formatMessage({ id: isReplaced ? 'secret.textAnother' : 'secret.text' })}
        {revocation ? <MutationNotice mutation={revocation.mutation} /> : null}
      </Content>
      <ButtonGroup>
        <Button variant="secondary" autoFocus onPress={onStay}>
          {intl.formatMessage({ id: 'secret.back' })}
        </Button>
        <Button variant={revocation ? 'secondary' : 'negative'} onPress={onClose}>
          {intl.formatMessage({ id: 'secret.close' })}
        </Button>
        {revocation ? (
          <Button
            variant="negative"
            isPending={revocation.mutation.isPending}
            onPress={revocation.send}
          >
            {intl.formatMessage({ id: 'secret.revoke' })}
          </Button>
        ) : null}
      </ButtonGroup>
    </Dialog>
  );
}
