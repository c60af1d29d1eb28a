/**
 * The text of `npm start -- --help`. Plain JavaScript: it is shown before anything is installed.
 */
export const startHelp = `npm start [-- options]

  --no-demo    start empty: no demo organizations, real polling times
  --port N     where the console and the api listen (default: PORT or 4000)
  --help       this text

The configuration is read from the environment; docs/operations/configuration.md lists it.
Ctrl-C stops everything; nothing is lost.`;
