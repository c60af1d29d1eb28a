/**
 * A folder, a database or a port keeps the process from starting. The message names the setting,
 * what is wrong, and an example; there is no stack trace. Never holds a secret.
 */
export class StartError extends Error {
  static {
    this.prototype.name = 'StartError';
  }
  /** Starting again will not help. */
  readonly final: boolean;
  constructor(message: string, { final = false } = {}) {
    super(message);
    this.stack = message;
    this.final = final;
  }
}
