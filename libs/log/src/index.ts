/** What the logs of all processes share: where they are written, and what is taken out of them. */
export { errorForLog } from './errorForLog.ts';
export { outputStream } from './outputStream.ts';
export { redactText } from './redactText.ts';
