/** Says that nothing here touches a real cloud. */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const badge = style({
  font: 'ui-sm',
  color: 'neutral',
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
  backgroundColor: 'gray-100',
  borderRadius: { default: 'none', '@media (width >= 700px)': 'lg' },
  paddingX: { default: 16, '@media (width >= 700px)': 12 },
  paddingY: { default: 4, '@media (width >= 700px)': 8 },
});
const dot = style({ size: 8, borderRadius: 'full', backgroundColor: 'informative', flexShrink: 0 });

export function SandboxBadge() {
  const intl = useIntl();
  return (
    <div className={badge}>
      <span className={dot} />
      {intl.formatMessage({ id: 'shell.sandbox' })}
    </div>
  );
}
