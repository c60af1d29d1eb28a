/** Asks whether what was typed is left behind. */
import { Button, ButtonGroup, Content, Dialog, Heading } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { WithTexts } from '../intl/WithTexts.tsx';
import en from '../messages/unsaved.en.json';
import es from '../messages/unsaved.es.json';
import { DialogContainer } from '../ui/DialogContainer.tsx';

const TEXTS = { en, es };

export interface LeaveQuestion {
  /** A person wants to leave, and was held back. */
  isAsked: boolean;
  stay: () => void;
  leave: () => void;
}

export const LeaveDialog = (question: LeaveQuestion) => (
  <WithTexts texts={TEXTS}>
    <Question {...question} />
  </WithTexts>
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
