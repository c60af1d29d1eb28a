/** What the logs of all processes share: where they are written, and what is taken out of them. */
export { outputStream } from './outputStream.ts';
export { redactText } from './redactText.ts';
