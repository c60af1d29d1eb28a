/** Whether a person wants the full picture of runs, kept in this browser. */
const KEY = 'keyway.runDiagram';

export const diagramChoice = {
  read: (): boolean => {
    try {
      return localStorage.getItem(KEY) === 'shown';
    } catch {
      return false;
    }
  },
  /** A browser that keeps nothing shows the short form at the next visit. */
  write: (isShown: boolean): void => {
    try {
      localStorage.setItem(KEY, isShown ? 'shown' : 'hidden');
    } catch {
      // Storage is full or forbidden.
    }
  },
};
