/** Says that the language stays as it is, because the other one's texts can't be loaded. */
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Locale } from './locale.ts';

const bar = style({
  position: 'fixed',
  bottom: 16,
  insetX: 16,
  marginX: 'auto',
  width: 'fit',
  zIndex: 3,
  paddingX: 16,
  paddingY: 8,
  borderRadius: 'full',
  boxShadow: 'elevated',
  font: 'ui-sm',
  backgroundColor: 'notice-subtle',
  color: 'neutral',
});

interface LanguageNoticeProps {
  failed: Locale;
  onClose: () => void;
}

/** It ends with the next press of a key or the pointer, or when the network is back. */
export function LanguageNotice({ failed, onClose }: LanguageNoticeProps) {
  const intl = useIntl();
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    for (const event of ['pointerdown', 'keydown', 'online'])
      addEventListener(event, onClose, { signal });
    return () => ended.abort();
  }, [onClose]);
  return (
    <div role="alert" className={bar} data-print="hidden">
      {intl.formatMessage(
        { id: 'shell.languageFailed' },
        { language: intl.formatMessage({ id: `language.${failed}` }) },
      )}
    </div>
  );
}
