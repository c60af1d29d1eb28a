/** The anchor of the decision on its page. */
export const DECISION = 'decision';
