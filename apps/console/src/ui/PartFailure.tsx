/** Shown where the code of a part could not be loaded, above the page. */
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';

const bar = style({
  position: 'fixed',
  bottom: 16,
  insetX: 16,
  marginX: 'auto',
  width: 'fit',
  maxWidth: 'full',
  boxSizing: 'border-box',
  zIndex: 3,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 8,
  paddingX: 16,
  paddingY: 12,
  borderRadius: 'lg',
  boxShadow: 'elevated',
  font: 'ui',
  backgroundColor: 'negative-subtle',
  color: 'neutral',
});

export function PartFailure() {
  const intl = useIntl();
  return (
    <div role="alert" className={bar} data-print="hidden">
      {intl.formatMessage({ id: 'error.part' })}
      <Button variant="secondary" size="S" onPress={() => location.reload()}>
        {intl.formatMessage({ id: 'error.reload' })}
      </Button>
    </div>
  );
}
