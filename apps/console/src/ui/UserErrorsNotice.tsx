/**
 * A refusal, shown where it arose and in the server's own words. Takes the focus so that nobody
 * misses it; the alert inside says so to a screen reader.
 */
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { userErrorTitle } from './userErrorTitle.ts';
import { EnglishText } from './EnglishText.tsx';

const list = style({ margin: 0, paddingStart: 16 });

export interface Refusal {
  code: string;
  message: string;
  field?: readonly string[] | null;
}

/** Renders nothing while there is no refusal. */
export function UserErrorsNotice({ errors }: { errors: readonly Refusal[] | null | undefined }) {
  const intl = useIntl();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors && errors.length > 0) box.current?.focus();
  }, [errors]);
  if (!errors || errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className={style({ outlineStyle: 'none' })}>
      <InlineAlert variant="negative">
        <Heading level={3}>{userErrorTitle(errors, intl)}</Heading>
        <Content>
          {errors.length === 1 ? (
            <Words error={errors[0]!} />
          ) : (
            <ul className={list}>
              {errors.map((error) => (
                <li key={`${error.code}${error.message}`}>
                  <Words error={error} />
                </li>
              ))}
            </ul>
          )}
        </Content>
      </InlineAlert>
    </div>
  );
}

/** The server's words are English; what the console says by itself is in the reader's language. */
function Words({ error }: { error: Refusal }) {
  return error.code === 'FAILED' ? error.message : <EnglishText text={error.message} />;
}

/** The message for one field of a form, by its path inside `input`. */
export function refusalFor(
  errors: readonly Refusal[] | null | undefined,
  field: string,
): string | undefined {
  return errors?.find((error) => error.field?.[0] === field)?.message;
}
