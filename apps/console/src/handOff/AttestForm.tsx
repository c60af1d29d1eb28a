/** States that a step is done, with the name of the person who states it. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { Button, ButtonGroup, Form, TextArea, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { toFieldProps } from '../apollo/userErrors.ts';
import { useUnloadQuestion } from '../routing/useUnloadQuestion.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { UserErrorsNotice } from '../ui/UserErrorsNotice.tsx';
import { ATTEST_HANDED_OFF } from './handOffDocuments.ts';
import type { HandedOffStepView } from './handOffDocuments.ts';
import { useAct } from './useAct.ts';
import type { HandedOffState } from './useHandedOff.ts';

const FIELDS: readonly string[] = ['statement', 'by'];
const text = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });

interface AttestFormProps {
  step: HandedOffStepView;
  state: HandedOffState;
  onCancel: () => void;
}

export function AttestForm({ step, state, onCancel }: AttestFormProps) {
  const intl = useIntl();
  const attest = useAct(ATTEST_HANDED_OFF, (data) => data.attestHandedOff, state);
  const [statement, setStatement] = useState('');
  const [by, setBy] = useState('');
  useUnloadQuestion(statement.trim() !== '' || by.trim() !== '');
  const isReady = statement.trim() !== '' && by.trim() !== '';
  function send(event?: FormEvent) {
    event?.preventDefault();
    if (!isReady || attest.isPending) return;
    attest.send({ track: step.track, step: step.id, statement: statement.trim(), by: by.trim() });
  }
  return (
    <Form onSubmit={send} validationBehavior="aria">
      <p className={text}>{intl.formatMessage({ id: 'handOff.attestText' })}</p>
      <TextField
        autoFocus
        isRequired
        autoComplete="name"
        label={intl.formatMessage({ id: 'handOff.by' })}
        value={by}
        onChange={setBy}
        {...toFieldProps(attest.errors, 'by')}
      />
      <TextArea
        isRequired
        label={intl.formatMessage({ id: 'run.attest.statement' })}
        description={intl.formatMessage({ id: 'run.attest.statementHint' })}
        value={statement}
        onChange={setStatement}
        {...toFieldProps(attest.errors, 'statement')}
      />
      {attest.failure ? (
        <ErrorState
          what={intl.formatMessage({ id: 'error.outcomeUnknown' })}
          error={attest.failure}
          onRetry={state.reload}
        />
      ) : null}
      <UserErrorsNotice
        errors={attest.errors.filter(({ field }) => !FIELDS.includes(field?.[0] ?? ''))}
      />
      <ButtonGroup>
        <Button variant="secondary" onPress={onCancel}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
        <Button type="submit" variant="accent" isPending={attest.isPending} isDisabled={!isReady}>
          {intl.formatMessage({ id: 'handOff.attestSend' })}
        </Button>
      </ButtonGroup>
    </Form>
  );
}
