export { withFiles, type Environment } from './withFiles.ts';
