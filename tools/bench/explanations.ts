/** What each benchmark measures and what its figures do not say, for docs/benchmarks/README.md. */
import type { BenchName } from './benchNames.ts';

export interface Explanation {
  title: string;
  /** What is measured, how, and beside which peer. */
  about: string;
  /** What somebody could read into the figures that they do not say. */
  limits: string;
}

export const EXPLANATIONS: Record<BenchName, Explanation> = {
  transition: {
    title: 'The pure core',
    about:
      'How often a second of processor time the core applies an event to a run, by kind of event, beside `transition()` of XState 5 over a chart of the same set-up. Events and runs come as the store brings them: parsed from JSON, not shared.',
    limits:
      'The core evaluates every check and derives effects, which the chart does not; the chart keeps no history. Nothing is written in either.',
  },
  queue: {
    title: 'The queue of effects',
    about:
      "What an effect costs in the transaction that changes a run, beside pg-boss sending a job in a transaction, and PostgreSQL's processor time for claiming 32 effects while none, 100,000 and 1,000,000 are due, beside a claim that sorts all that is due.",
    limits:
      "pg-boss has retries, schedules and dead letters that a row of `effect` does not pay for here. The claims' peer is a query of ours, not another product.",
  },
  durable: {
    title: 'A durable change',
    about:
      'Changes of runs a second through the one write path (run, steps, observation, effects, history entry, notification: one commit), beside the raw driver, which writes as many rows of the same tables in one statement whose values were known beforehand, and beside DBOS, whose steps do nothing.',
    limits:
      'The raw driver checks nothing, reads no state, packs and hashes nothing: what it writes was packed beforehand. A step of DBOS is one small row in a transaction, in workflows of 250 steps. Writers share the processors with PostgreSQL.',
  },
  writes: {
    title: 'What a run writes',
    about:
      "Statements, write-ahead log and history entries of a run's main job, as PostgreSQL counts them (`pg_stat_statements`, `pg_get_wal_records_info`). Counts, so that a busy machine changes nothing.",
    limits:
      "Without full-page images, which depend on the checkpoints of an installation. The calls of api and worker are played by the benchmark; reads of the console's pages are not among them.",
  },
  watch: {
    title: 'Watching keys',
    about:
      'Processor time of worker and PostgreSQL and requests to clouds of an observation of both tracks that finds nothing new, of 40 organizations that are observed every 1.8 s against the sandbox; rows and write-ahead log that it writes, beside a job of pg-boss that is fetched, completed and sent again. The last two lines are that cost times 100,000 organizations every 15 minutes (111 a second).',
    limits:
      "The arithmetic is no trial with 100,000 organizations: credentials and tokens of 40 stay in a worker's memory, and those of 100,000 do not, which costs requests for tokens and processor time for connections. The sandbox answers at once; the clouds take longer, which costs no processor time but places (`CONCURRENCY`). PostgreSQL's processor time includes what runs without any observation.",
  },
  endToEnd: {
    title: 'End to end',
    about:
      'Whole runs through the product against the sandbox, over TLS: from the organization to every check of both tracks that needs no person. Runs a second, and the processor time of a run in each part, PostgreSQL included. Beside it, in turns, DBOS on the same PostgreSQL and Temporal with its development server: as many durable steps and as many HTTPS calls over kept connections, in one process. Then each is killed with SIGKILL, five times, when its POST of a configuration was answered and nothing of that was written; the ledger of the sandbox says which POSTs were made twice.',
    limits:
      "The peers do nothing of what the product does in a run: GraphQL and sign-in, tokens of Entra and Adobe, the clouds' SDKs, facts and checks, read models, a hashed history, rows apart by tenant. DBOS is there twice: its workflows are begun in the process that runs them, its fastest way, and through its queue, as where one process asks and another one works, which the product does. The queue is read once a second. With a connection of its own for each call, a run cost DBOS's process 70 ms instead of 15. Both do a step at least once, as their documentation says, and Adobe's API knows no key that would make a repeated POST harmless. The sandbox's clouds answer at once; real ones take seconds and are the slowest part by far. With two processors, all parts compete for them. Temporal's development server keeps its state in a file of SQLite, not in this PostgreSQL; its processor time counts.",
  },
  scaling: {
    title: 'One, two and four workers',
    about:
      'The runs of the benchmark above with one, two and four workers: runs a second, and what a run costs in all parts together.',
    limits:
      'Where there are fewer processors than processes, more workers cannot make more runs a second; then it counts that a run does not cost more.',
  },
  bulkStart: {
    title: 'Five hundred organizations at once',
    about:
      'Organizations are imported by one mutation and connected; then their runs are started by one mutation and each is attested, which is what the first check waits for. Seconds until the worker has made the first check of every run.',
    limits:
      'With as many workers as `npm start` runs on this machine. The clock begins when every credential was tried.',
  },
  takeover: {
    title: 'Work of a worker that died',
    about:
      'Seconds from `kill -9` of a worker until another one holds all that it was at, and until the same one does after its restart, while the clouds hang.',
    limits:
      'By its defaults pg-boss gives the job of a dead worker on after 15 minutes, so there is no peer in the run.',
  },
  recovery: {
    title: 'After a stall or a death',
    about:
      'Four runs are under way when a part is stopped for nine seconds, longer than a lease lasts, or killed. Seconds from the end of that until every check of theirs is done, beside the same runs undisturbed.',
    limits:
      'One worker and one api, which `npm start` starts again. What must not be lost or doubled meanwhile is shown by `npm run crash`.',
  },
  hanging: {
    title: "Other customers' clouds hang",
    about:
      'How long a run takes while the clouds of twelve other organizations do not answer, beside the same run alone.',
    limits: 'Few rounds: the figures say whether one waits for the other, not how long exactly.',
  },
  graphql: {
    title: 'A list of fifty runs',
    about:
      'Processor time of the api for fifty runs with tracks, steps and organization, signed in and read from PostgreSQL, beside servers that have the same answer in memory: bare `node:http`, Apollo Server by its defaults, and Mercurius with its compiler. The peers neither sign anybody in nor read a database, so the ratio is against us.',
    limits:
      "PostgreSQL's own processor time is not part of it. One client asks, one request after the other; `flood` has many.",
  },
  listPage: {
    title: 'Lists, filters, counts and searches',
    about:
      'What pages, filters, counts and searches take among 1,000, 100,000 and a million runs of one partner, beside a thousand other partners, as the role of the api under row-level security. The peer is the same among 1,000, and for a page in the middle OFFSET and count(*). The second plot has a line for each: a flat one is a cost that stays.',
    limits:
      'The database is warm, and its rows were copied from a run of each stage: names and vaults differ, states repeat. Runs of the larger partners have no state, which no list reads.',
  },
  live: {
    title: 'Live updates',
    about:
      "From the write of a change to its arrival at one viewer and at the last of two hundred, with the console's own subscriptions over sockets, and the api's processor time a change, beside LISTEN and an event stream that sends a number.",
    limits:
      'The viewers run on the same two processors and are most of the time measured. The peer checks no rights and renders nothing.',
  },
  flood: {
    title: 'Another is not slowed',
    about:
      'What one auditor waits for while another token sends 8 and 96 expensive lists in parallel, and 64 connections ask whether the api is ready. Beside it the same without a flood.',
    limits:
      "The client that floods runs on the same machine, so a part of what the auditor waits for is the client's. The longest turn of the event loop is measured inside of the process, by processor time and by the clock. The clock counts pauses in which the system ran something else; a process beside it that does nothing has those too.",
  },
  hostile: {
    title: 'Hostile queries',
    about:
      'Fourteen hostile requests of a signed-in client: how many are refused, and their processor time, beside Apollo Server by its defaults with the same schema.',
    limits: 'Apollo answers from stubs: what it answers would cost more with a database.',
  },
  start: {
    title: 'Start',
    about:
      'Seconds from `npm start` to the first answer with an existing database and with one to be made, beside Apollo as a hello-world; processor time and memory of api and worker, from their bundles and from their sources.',
    limits:
      'Memory is the resident set, with the pages of the Node binary that processes share (about 45 MB).',
  },
  memory: {
    title: 'Memory under load',
    about:
      'Resident memory of api and worker while runs complete against the sandbox and lists are read, beside an Apollo hello-world under load.',
    limits: 'Seconds, not hours: what leaks slowly does not show.',
  },
  history: {
    title: 'Verifying history',
    about:
      'How long a chain of a million entries takes to verify, and whether a changed byte in its first, a middle and its last entry is found and placed.',
    limits: 'The chain is one; an installation has one for each organization, verified apart.',
  },
  evidence: {
    title: 'Exporting evidence',
    about:
      'Memory of the api while it streams the evidence pack of a chain of a million entries, and the time that takes beside the raw driver, which reads the same rows and compresses them.',
    limits:
      'Client, api and PostgreSQL share one machine; the client takes the pack as fast as it comes.',
  },
  console: {
    title: 'The console with many organizations',
    about:
      "The sign-in page and the portfolio of 500 organizations over 10 Mb/s with 20 ms of delay, from the navigation to the first content; how much the heap grows with each round through all pages of the navigation, after a collection. Then the portfolio of 500 and of 10,000 organizations in a headless Chromium with nothing cached: bytes of script and of data as they come over the network, time until the first rows, the scripts' processor time for a live update, and the longest task of the page's thread while all rows are scrolled through.",
    limits:
      'Browser, api and PostgreSQL share one machine, so that the first rows come later than with a browser of its own; but for the 10 Mb/s no network is in between. No other table is measured beside it.',
  },
};
