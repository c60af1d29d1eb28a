/** The text of `npm test -- --help`. Plain JavaScript: it is shown before anything is installed. */
export const testHelp = `npm test [-- options]

  (nothing)            lint, types, every test, the console's build, the browser tests
  --only a,b           these projects alone (core, store, api, worker, console, sandbox, connector-azure, …, tools, e2e)
  --only a x.test.ts   that project's tests alone; the rest is passed to Vitest (a file, -t "name", …)
  --no-browser         without the browser tests, which then count as skipped
  --no-cache           run again what already passed
  --help               this text`;
