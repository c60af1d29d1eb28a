/** The text of a comment. Typing `@` offers colleagues, whose names are put into it. */
import { TextArea } from '@react-spectrum/s2';
import type { TextFieldRef } from '@react-spectrum/s2';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { toFieldProps } from '../../apollo/userErrors.ts';
import type { UserError } from '../../apollo/userErrors.ts';
import { Part } from '../../ui/lazyPart.tsx';
import type { CommentDraft } from './commentDraft.ts';
import { mentionPicker } from './mentionPicker.ts';

interface CommentFieldProps {
  organizationId: string;
  draft: CommentDraft;
  onChange: (draft: CommentDraft) => void;
  errors: readonly UserError[];
  autoFocus?: boolean;
  isRequired?: boolean;
}

/** Whether the character before the caret begins a mention. */
const beginsMention = (text: string, caret: number): boolean =>
  text[caret - 1] === '@' && (caret === 1 || /\s/.test(text[caret - 2] ?? ''));

export function CommentField({
  organizationId,
  draft,
  onChange,
  errors,
  ...field
}: CommentFieldProps) {
  const intl = useIntl();
  const ref = useRef<TextFieldRef<HTMLTextAreaElement>>(null);
  /** Behind the `@` that a name follows. */
  const [place, setPlace] = useState<number>();
  /** Where the person continues to write. */
  const [caret, setCaret] = useState<number>();
  useEffect(() => {
    if (caret === undefined) return;
    const input = ref.current?.getInputElement();
    input?.focus();
    input?.setSelectionRange(caret, caret);
  }, [caret]);
  const type = (text: string) => {
    const at = ref.current?.getInputElement()?.selectionStart ?? text.length;
    const isTyped = text.length === draft.text.length + 1;
    if (isTyped && beginsMention(text, at)) setPlace(at);
    setCaret(undefined);
    onChange({ ...draft, text });
  };
  const wanted = place !== undefined;
  return (
    <>
      <TextArea
        ref={ref}
        label={intl.formatMessage({ id: 'work.comment' })}
        description={intl.formatMessage({ id: 'run.comment.mention' })}
        value={draft.text}
        onChange={type}
        {...toFieldProps(errors, 'text')}
        {...field}
      />
      {wanted ? (
        <Part
          part={mentionPicker}
          isWanted
          props={{
            organizationId,
            onClose: (isLeft) => {
              setPlace(undefined);
              if (!isLeft) setCaret(place);
            },
            onChoose: (colleague) => {
              const { text, mentions } = draft;
              setPlace(undefined);
              setCaret(place + colleague.name.length + 1);
              onChange({
                text: `${text.slice(0, place)}${colleague.name} ${text.slice(place)}`,
                mentions: [...mentions, colleague],
              });
            },
          }}
        />
      ) : null}
    </>
  );
}
