/** Types the choice in a menu, picker or radio group: Spectrum reports it as a plain text. */

/** @returns a handler that passes on which of the options was chosen */
export const chooseFrom =
  <T extends string>(options: readonly T[], onChoose: (option: T) => void) =>
  (key: string | number | null): void => {
    const chosen = options.find((option) => option === key);
    if (chosen !== undefined) onChoose(chosen);
  };
