/**
 * The shape all dialogs of a run share: what it is about, a form, a refusal in place, and one
 * button that shows its own progress.
 */
import type { FormEvent, ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button, ButtonGroup, Content, Dialog, Form, Heading } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TrackId } from '../generated/enums.ts';
import type { Refusal } from './UserErrorsNotice.tsx';
import type { RunView } from '../features/run/data/runFields.ts';
import { MutationNotice } from '../features/run/actions/MutationNotice.tsx';

const lead = style({ font: 'body', margin: 0, marginBottom: 16 });
const notice = style({ marginTop: 16 });

interface FormDialogProps {
  title: string;
  /** What it means, in a sentence or two. */
  text?: ReactNode;
  confirm: string;
  variant?: 'accent' | 'negative';
  intent: { busy: boolean; errors: readonly Refusal[]; failure: unknown; retry: () => void };
  run: RunView;
  track?: TrackId;
  /** Fields that show their own refusal. */
  fields: readonly string[];
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

const FORM_ID = 'run-dialog-form';

export function FormDialog(props: FormDialogProps) {
  const intl = useIntl();
  const { intent } = props;
  function submit(event: FormEvent) {
    event.preventDefault();
    // Buttons that show progress still submit by Enter; a second send would be a second wish.
    if (!intent.busy && !props.disabled) props.onSubmit();
  }
  return (
    <Dialog size="M">
      <Heading slot="title">{props.title}</Heading>
      <Content>
        {props.text ? <p className={lead}>{props.text}</p> : null}
        <Form id={FORM_ID} onSubmit={submit} validationBehavior="aria">
          {props.children}
        </Form>
        <div className={notice}>
          <MutationNotice
            intent={intent}
            run={props.run}
            track={props.track}
            fields={props.fields}
            leads={false}
          />
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={props.onClose}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
        <Button
          type="submit"
          form={FORM_ID}
          variant={props.variant ?? 'accent'}
          isPending={intent.busy}
          isDisabled={props.disabled}
        >
          {props.confirm}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
