/**
 * A dialog with a form: what it does, the fields, why the server refused, and a button that shows
 * progress.
 */
import { useId } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Button, ButtonGroup, Content, Dialog, Form, Heading } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { MutationState } from '../apollo/useKeywayMutation.ts';
import { MutationNotice } from './MutationNotice.tsx';

const lead = style({ font: 'body', margin: 0, marginBottom: 16 });
const notice = style({ marginTop: 16 });
const summary = style({
  position: 'sticky',
  bottom: 0,
  zIndex: 1,
  paddingY: 8,
  backgroundColor: 'layer-2',
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});

interface FormDialogProps {
  title: string;
  /** What it does, in a sentence or two. */
  text?: ReactNode;
  confirm: string;
  /** The button that closes the dialog; "Cancel" by default. */
  dismiss?: string;
  variant?: 'accent' | 'negative';
  mutation: MutationState;
  /** Fields that show their own message. */
  fields: readonly string[];
  isDisabled?: boolean;
  /** What to know before confirming, which stays in view above the buttons. */
  summary?: ReactNode;
  /** Stands in the form's place while something else comes first. */
  instead?: ReactNode;
  /** A dialog that this one opens: in the form, it would submit this form too. */
  beside?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const intl = useIntl();
  const formId = useId();
  const { mutation } = props;
  function submit(event: FormEvent) {
    event.preventDefault();
    // Enter submits even while the button shows progress.
    if (!mutation.isPending && !props.isDisabled) props.onSubmit();
  }
  return (
    <Dialog size="M">
      <Heading slot="title">{props.title}</Heading>
      <Content>
        {props.text ? <p className={lead}>{props.text}</p> : null}
        {props.instead ?? (
          <>
            <Form id={formId} onSubmit={submit} validationBehavior="aria">
              {props.children}
            </Form>
            <div className={notice}>
              <MutationNotice mutation={mutation} fields={props.fields} />
            </div>
            {props.summary ? <div className={summary}>{props.summary}</div> : null}
          </>
        )}
        {props.beside}
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={props.onClose}>
          {props.dismiss ?? intl.formatMessage({ id: 'common.cancel' })}
        </Button>
        {props.instead ? null : (
          <Button
            type="submit"
            form={formId}
            variant={props.variant ?? 'accent'}
            isPending={mutation.isPending}
            isDisabled={props.isDisabled}
          >
            {props.confirm}
          </Button>
        )}
      </ButtonGroup>
    </Dialog>
  );
}
