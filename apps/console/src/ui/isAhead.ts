/** Whether an instant is still to come; the page follows what changes then. */
export const isAhead = (at: string): boolean => Date.parse(at) > Date.now();
