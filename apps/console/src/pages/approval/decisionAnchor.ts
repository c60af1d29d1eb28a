/** The anchors of the decision, and of what can't be undone, on their page. */
export const DECISION = 'decision';
export const CONSEQUENCES = 'consequences';
