/** How a row of a fold of tasks is laid out. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** From these widths on, the button is beside the text, and the panel is a narrow column. */
const BESIDE = '@media (width >= 480px)';
const COLUMN = '@media (width >= 1240px)';

export const taskRow = style({
  display: 'flex',
  flexDirection: { default: 'column', [BESIDE]: 'row', [COLUMN]: 'column' },
  alignItems: { default: 'start', [BESIDE]: 'center', [COLUMN]: 'start' },
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 8,
  paddingY: { default: 12, [BESIDE]: 8, [COLUMN]: 12 },
  borderTopWidth: { default: 1, ':first-child': 0 },
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
export const taskName = style({ font: 'ui', fontWeight: 'bold', overflowWrap: 'anywhere' });
export const taskDetail = style({ font: 'ui-sm', color: 'neutral-subdued' });
export const taskText = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 });
export const taskButton = style({ flexShrink: 0 });
