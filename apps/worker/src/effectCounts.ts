/** Who counts effects as they end: the worker's metrics, where they are exported. */

export interface EndedEffect {
  effect: string;
  result: string;
  seconds: number;
}

let listener: ((ended: EndedEffect) => void) | null = null;

/** @param next null: nobody counts */
export function onEffect(next: ((ended: EndedEffect) => void) | null): void {
  listener = next;
}

export const countEffect = (ended: EndedEffect): void => listener?.(ended);
