/** What moves on a page of somebody who prefers reduced motion. */
import type { Page } from '@playwright/test';
import { inPage } from './inPage.ts';
import type { Tools } from './inPage.ts';

/** A change that takes longer is seen as a motion. */
const MAX_MILLISECONDS = 200;

function read({ describe, isSeen }: Tools, max: number): string[] {
  return document.getAnimations().flatMap((animation) => {
    const { effect, playState } = animation;
    const element = effect instanceof KeyframeEffect ? effect.target : null;
    const { activeDuration = 0 } = effect?.getComputedTiming() ?? {};
    if (playState !== 'running' || Number(activeDuration) <= max) return [];
    if (!element || !isSeen(element)) return [];
    const name = animation instanceof CSSAnimation ? animation.animationName : 'transition';
    return [`${name} of ${describe(element)} takes ${activeDuration} ms`];
  });
}

/** A line for each animation that is endless or long. */
export const motions = (page: Page): Promise<string[]> => inPage(page, read, MAX_MILLISECONDS);
