/**
 * Why the server refused, beside the button that was pressed. Takes the focus, so that a screen
 * reader reads it.
 */
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UserError } from '../apollo/userErrors.ts';
import { formatUserErrorTitle } from './formatUserErrorTitle.ts';
import { ServerText } from './ServerText.tsx';

const list = style({ margin: 0, paddingStart: 16 });

export function UserErrorsNotice({ errors }: { errors: readonly UserError[] }) {
  const intl = useIntl();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const messages = errors.map(({ message }) => <ServerText key={message} text={message} />);
  return (
    <div ref={box} tabIndex={-1} className={style({ outlineStyle: 'none' })}>
      <InlineAlert variant="negative" styles={style({ width: 'full', maxWidth: 640 })}>
        <Heading level={3}>{formatUserErrorTitle(errors, intl)}</Heading>
        <Content>
          {messages.length === 1 ? (
            messages
          ) : (
            <ul className={list}>
              {messages.map((message) => (
                <li key={message.key}>{message}</li>
              ))}
            </ul>
          )}
        </Content>
      </InlineAlert>
    </div>
  );
}
