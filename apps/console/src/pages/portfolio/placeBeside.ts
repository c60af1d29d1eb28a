/** Where the tooltip of a cell is: beside it in its own row, so that the others stay in sight. */
import type { CSSProperties } from 'react';

const GAP_PIXELS = 8;
/** As wide as two lines of most sentences. */
const MAX_PIXELS = 640;

/** On the side that has more space; what is higher than the row grows upwards. */
export const placeBeside = (
  box: Pick<DOMRect, 'left' | 'right' | 'bottom' | 'height'>,
  width: number,
  height: number,
): CSSProperties => {
  const isAfter = width - box.right > box.left;
  const space = (isAfter ? width - box.right : box.left) - 2 * GAP_PIXELS;
  return {
    bottom: height - box.bottom,
    minHeight: box.height,
    maxWidth: `min(${MAX_PIXELS}px, ${space}px)`,
    ...(isAfter ? { left: box.right + GAP_PIXELS } : { right: width - box.left + GAP_PIXELS }),
  };
};
