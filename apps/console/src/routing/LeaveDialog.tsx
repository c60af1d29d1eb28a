/** Asks whether what was typed is left behind. */
import { Button, ButtonGroup, Content, Dialog, Heading } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { UnsavedTexts } from './UnsavedTexts.ts';
import { DialogContainer } from '../ui/DialogContainer.tsx';

export interface LeaveQuestion {
  /** A person wants to leave, and was held back. */
  isAsked: boolean;
  stay: () => void;
  leave: () => void;
}

export const LeaveDialog = (question: LeaveQuestion) => (
  <UnsavedTexts>
    <Question {...question} />
  </UnsavedTexts>
);

function Question({ isAsked, stay, leave }: LeaveQuestion) {
  const intl = useIntl();
  return (
    <DialogContainer onDismiss={stay}>
      {isAsked ? (
        <Dialog role="alertdialog" size="S">
          <Heading slot="title">{intl.formatMessage({ id: 'unsaved.title' })}</Heading>
          <Content>{intl.formatMessage({ id: 'unsaved.text' })}</Content>
          <ButtonGroup>
            <Button variant="secondary" autoFocus onPress={stay}>
              {intl.formatMessage({ id: 'unsaved.stay' })}
            </Button>
            <Button variant="negative" onPress={leave}>
              {intl.formatMessage({ id: 'unsaved.leave' })}
            </Button>
          </ButtonGroup>
        </Dialog>
      ) : null}
    </DialogContainer>
  );
}
