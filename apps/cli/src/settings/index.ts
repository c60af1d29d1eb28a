/** The check of settings, which is loaded when it is asked for. */
export { checkConnections, findingsOf } from './checkConnections.ts';
export { checkSettings } from './checkSettings.ts';
