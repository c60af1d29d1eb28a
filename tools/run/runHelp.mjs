/**
 * The text of `npm run <program> -- --help`. Plain JavaScript: it is shown before anything is
 * installed.
 */
export const runHelp = `npm run <program> [-- options]

  api                  serves the API and the console on PORT
  worker               runs effects and polls
  sandbox              emulates the clouds and Adobe
  migrate              brings the database to this version, and ends (--status: only says
                       what it has)
  move STEP            moves the database to another server (--begin, --complete, --cancel)
  image                makes the container image; docs/operations/image.md has its options
  build                makes the console, the database client and the bundles
  generate             makes again what is generated
  rebuild              writes again what lists read of every run
  restored             says that the database comes from a backup (--list, --revoke-tokens)
  rotate-evidence-key  lets another key sign evidence and checkpoints
  show-run ID          prints a run's state as JSON
  bench [NAME]         measures
  crash                disturbs runs and compares what was sent
  judge TARGET.JSON    compares a cloud's answers with what Keyway relies on
  az                   runs the instructions' az lines with the real Azure CLI

The configuration is read from the environment; docs/operations/configuration.md lists it.
docs/changing.md has the options of crash and az, docs/operations/comparing-clouds.md the form of a target, docs/benchmarks/README.md those of bench.`;
