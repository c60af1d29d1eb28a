/** How long a test waits for what it is sure of, on any machine: it only catches hangs. */
export const MAX_WAIT_MILLISECONDS = 300_000;

/**
 * What the promise resolves to.
 * @throws Error that says what was waited for, where it is still pending after `milliseconds`
 */
export async function within<T>(
  what: string,
  promise: Promise<T>,
  milliseconds = MAX_WAIT_MILLISECONDS,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Waited for ${milliseconds / 1000} s in vain: ${what}`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
