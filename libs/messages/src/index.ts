export { format, type Locale, type MessageValues } from './format.ts';
