/**
 * Words that the project retired, each with what to write instead (docs/language.md), and the few
 * places where one of them is right.
 */

/**
 * Regular expressions over words in lower case: `lookedAt`, `LOOKED_AT` and "looked at" are all
 * "looked at" here.
 * @type {[pattern: string, instead: string][]}
 */
export const retiredTerms = [
  ['houses?', 'module, product, project'],
  ['doors?', 'entry point'],
  ['rooms?', 'service, space, limit'],
  ['troubled|in trouble', 'retrying'],
  ['troubles?', 'problem'],
  ['looks?(?![ -]?up)|looked(?![ -]up)|looking(?![ -]up)', 'check, observe, read, find'],
  ['judg\\w*', 'evaluate, verdict'],
  ['noted', 'changed'],
  ['standing', 'status'],
  ['strangers?', 'unauthenticated caller'],
  ['anew|afresh|once more', 'again'],
  ['by itself|by themselves', 'automatically'],
  ['wish\\w*', 'request'],
  ['told|tells?|telling', 'say, report, notify'],
  ['right would be', 'Example:'],
  ['(?:own|in|their) words|words', 'message, text'],
  ['manners?', 'way, convention'],
  ['go(?:es)? on', 'continue'],
  ['(?<!by )hands?(?!-off| off)|(?:handed|handing)(?![ -]off)', 'pass, give; concurrency'],
  ['faults?|faulty', 'error (a fault is one that the sandbox injects)'],
  ['laid down', 'set'],
  ['slots?', 'job key'],
  ['reach(?:es)? for', 'use'],
  ['opinions?', 'result'],
  ['not known whether', "We couldn't confirm whether …"],
  ['not knowing', 'unknown results'],
  ['attested away', "can't be attested"],
  ['first to come', 'first user'],
  ['what needs you', 'your tasks'],
  ['no approval waits', 'no pending approvals'],
  // Spanish: one word for one thing.
  ['añad\\w*', 'agregar'],
  ['socios?', 'partner'],
  ['stands on (?:the|a|its|this) (?:track|step)', 'has a result on the track'],
];

/**
 * Where a retired word is the right one. `files` are prefixes of paths, `words` what is allowed
 * there.
 * @type {{ files: string[], words: string[], because: string }[]}
 */
export const exceptions = [
  {
    files: ['apps/cli/src/commands/completion.ts', 'apps/cli/src/completion.test.ts'],
    words: ['COMP_WORDS'],
    because: "`COMP_WORDS` is bash's own name.",
  },
  {
    files: ['tools/cloudCases/', 'tools/run/', 'package.json', 'docs/', '.changeset/'],
    words: ['npm run judge', 'judge:', '  judge TARGET', '"judge"', 'run.mjs judge'],
    because: 'The command is known to partners by this name.',
  },
  {
    files: [
      'docs/language.md',
      'tools/lint/retiredTerms.mjs',
      'tools/lint/findRetiredTerms.mjs',
      'tools/lint/checkTerms.test.ts',
      'tools/test/checkCommits.test.ts',
    ],
    words: ['*'],
    because: 'They are about the words.',
  },
  {
    files: [
      'apps/api/src/contract/released.graphql',
      'libs/core/fixtures/',
      'libs/store/prisma/migrations/',
    ],
    words: ['*'],
    because: 'A released contract, stored runs and applied migrations never change.',
  },
  {
    files: [
      'apps/sandbox/',
      'apps/e2e/',
      'apps/worker/',
      'libs/connectors/',
      'tools/bench/',
      'tools/crash/',
      'tools/product/',
      'docs/',
    ],
    words: ['\\w*[Ff]aults?\\w*'],
    because: 'The sandbox and the crash tool inject faults.',
  },
  {
    files: ['libs/store/', 'libs/testing/', 'apps/worker/', 'tools/bench/', 'tools/crash/'],
    words: ['slot'],
    because: 'The column `effect.slot`.',
  },
  {
    files: [
      'apps/console/src/features/run/diagram/addSoftHyphens',
      'libs/messages/testing/textFlaws.ts',
    ],
    words: ['words'],
    because: 'They are about words.',
  },
  {
    files: ['libs/sealing/', 'apps/api/src/probes/'],
    words: ['faults'],
    because: "The sandbox's address `/faults`.",
  },
  {
    files: ['libs/store/', 'tools/bench/'],
    words: ['step_look', 'looked_at', 'lookedAt', 'standing'],
    because: 'Names in the database, which stay.',
  },
  {
    files: [
      'libs/core/src/upcasts/',
      'libs/core/src/properties.test.ts',
      'libs/store/src/effects/storedEffect',
    ],
    words: ['looking', 'nextLookAt', 'looks'],
    because: 'Names in stored runs and effects of earlier versions.',
  },
  {
    files: ['tools/demo/'],
    words: ['Alpine Ski House'],
    because: 'A name of an example company.',
  },
  {
    files: ['apps/sandbox/src/azure/directory/consentPage.ts'],
    words: ['trouble'],
    because: 'Microsoft’s own page says so.',
  },
  { files: ['apps/console/'], words: ['slot'], because: "React Aria's `slot` property." },
  {
    files: ['apps/api/', 'apps/cli/', 'apps/console/', 'apps/e2e/', 'tools/'],
    words: ['nextLookAt', 'lookedAt', 'looking'],
    because: 'Fields of the GraphQL contract.',
  },
];

/** Never read: what is installed, generated or measured. */
export const unread = [
  '/node_modules/',
  '/dist/',
  '/generated/',
  '/docs/benchmarks/',
  '/package-lock.json/',
];
