/** Asks for the name of a view that is saved. */
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Form,
  Heading,
  TextField,
} from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';

const FORM_ID = 'portfolio-view-form';

interface NameViewProps {
  onSave: (name: string) => void;
  onClose: () => void;
}

export function NameViewDialog({ isOpen, ...view }: NameViewProps & { isOpen: boolean }) {
  return (
    <DialogContainer onDismiss={view.onClose}>
      {isOpen ? <NameView {...view} /> : null}
    </DialogContainer>
  );
}

function NameView({ onSave, onClose }: NameViewProps) {
  const intl = useIntl();
  const [name, setName] = useState('');
  const trimmed = name.trim();
  return (
    <Dialog size="S">
      <Heading slot="title">{intl.formatMessage({ id: 'portfolio.saveView' })}</Heading>
      <Content>
        <Form
          id={FORM_ID}
          onSubmit={(event) => {
            event.preventDefault();
            if (trimmed === '') return;
            onSave(trimmed);
            onClose();
          }}
        >
          <TextField
            autoFocus
            isRequired
            maxLength={60}
            label={intl.formatMessage({ id: 'portfolio.viewName' })}
            description={intl.formatMessage({ id: 'portfolio.viewHelp' })}
            value={name}
            onChange={setName}
          />
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
        <Button type="submit" form={FORM_ID} variant="accent" isDisabled={trimmed === ''}>
          {intl.formatMessage({ id: 'portfolio.confirmView' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
