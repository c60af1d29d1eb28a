/** How long a test waits for what it is sure of, on any machine: it only catches hangs. */
export const MAX_WAIT_MILLISECONDS = 300_000;
