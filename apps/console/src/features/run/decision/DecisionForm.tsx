/** A form on a decision page: its fields, its button, and why the server refused. */
import { useEffect, useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button, Form } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { MutationState } from '../../../apollo/useKeywayMutation.ts';
import { OfflineNote } from '../../../ui/OfflineNote.tsx';
import type { TrackId } from '../../../generated/enums.ts';
import { RunMutationNotice } from '../actions/RunMutationNotice.tsx';
import type { RunView } from '../data/runFields.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 20 });
const form = style({ maxWidth: 480 });
const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 8 });

interface DecisionFormProps {
  run: RunView;
  track: TrackId;
  mutation: MutationState;
  /** Fields that show their own message. */
  fields: readonly string[];
  confirm: string;
  variant?: 'accent' | 'negative';
  isDisabled: boolean;
  onSubmit: () => void;
  /** A button beside the one that submits. */
  otherButton?: ReactNode;
  children: ReactNode;
}

export function DecisionForm(props: DecisionFormProps) {
  const { run, track, mutation, fields, isDisabled } = props;
  function submit(event: FormEvent) {
    event.preventDefault();
    // Enter submits even while the button is disabled or pending.
    if (!mutation.isPending && !isDisabled) props.onSubmit();
  }
  const answer = useRef<HTMLDivElement>(null);
  const { failure } = mutation;
  // Beside the button, which may be at the lower edge of what is in sight.
  useEffect(() => {
    if (failure) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  return (
    <div className={stack} data-print="hidden">
      <Form onSubmit={submit} validationBehavior="aria" styles={form}>
        {props.children}
        <div className={buttons}>
          <Button
            type="submit"
            variant={props.variant ?? 'accent'}
            isPending={mutation.isPending}
            isDisabled={isDisabled}
          >
            {props.confirm}
          </Button>
          {props.otherButton}
        </div>
        <OfflineNote />
      </Form>
      <div ref={answer}>
        <RunMutationNotice mutation={mutation} run={run} track={track} fields={fields} />
      </div>
    </div>
  );
}
