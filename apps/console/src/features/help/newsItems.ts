/**
 * What is new for people who use the console, newest first, at most five, each with where it is.
 * Who changes something that they notice adds an item with its texts, and takes the oldest away.
 */
export const NEWS = [
  { id: 'oneForm', day: '2026-11-29', place: '/organizations/new' },
  { id: 'importKeys', day: '2026-11-29', place: '/organizations/import' },
  { id: 'firstRun', day: '2026-11-29', place: '/' },
  { id: 'inbox', day: '2026-11-29', place: '/inbox' },
  { id: 'tasks', day: '2026-11-29', place: '/' },
] as const;
