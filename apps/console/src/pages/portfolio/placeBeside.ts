/** Where the tooltip of a cell is: beside it and upwards, so that the rows below stay in sight. */
import type { CSSProperties } from 'react';

const GAP_PIXELS = 8;

/** On the side that has more space; its lower edge is that of the cell. */
export const placeBeside = (
  box: Pick<DOMRect, 'left' | 'right' | 'bottom'>,
  width: number,
  height: number,
): CSSProperties => ({
  bottom: height - box.bottom,
  ...(width - box.right > box.left
    ? {
        left: box.right + GAP_PIXELS,
        maxWidth: `min(320px, ${width - box.right - 2 * GAP_PIXELS}px)`,
      }
    : {
        right: width - box.left + GAP_PIXELS,
        maxWidth: `min(320px, ${box.left - 2 * GAP_PIXELS}px)`,
      }),
});
