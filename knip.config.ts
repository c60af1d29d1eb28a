/**
 * Entry points for `knip` (a stage of `npm test`), and the dependencies whose use it cannot see.
 */
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  // An export that only its own file uses may stay; one that nothing uses is dead.
  ignoreExportsUsedInFile: true,
  workspaces: {
    '.': {
      entry: [
        'tools/*.ts',
        'tools/*.mjs',
        'tools/bench/*.ts',
        'tools/bench/peers/*.{mjs,ts}',
        'tools/crash/*.ts',
        'tools/az/main.ts',
        'tools/bundle/buildCli.ts',
        'tools/image/{main.ts,entry.mjs}',
        'tools/operate/main.ts',
        'tools/codegen/documentPreset.ts',
      ],
      project: ['tools/**/*.{ts,mjs}', '*.{ts,mjs}'],
      // A package of its own, installed by its benchmark.
      ignore: ['tools/bench/peers/temporal/**'],
    },
    // Copied beside the previous version's source and run there.
    'libs/testing': { entry: ['src/index.ts', 'src/upgradeProbe.ts'] },
    // Taken as a whole, language by language.
    'libs/messages': { entry: ['src/index.ts', 'src/{en,es}/**/*.ts'] },
    // The gallery of states has a page of its own.
    'apps/console': {
      entry: [
        'src/gallery/main.tsx',
        'vite.gallery.config.ts',
        'src/handOff/main.tsx',
        'vite.handOff.config.ts',
        'vite.signIn.config.ts',
        'src/graphiql/main.tsx',
        'vite.graphiql.config.ts',
      ],
    },
    // The documents are for programs outside.
    'libs/client': { entry: ['src/index.ts', 'src/generated/graphql.ts', 'generate/main.ts'] },
    'apps/cli': { entry: ['src/main.ts', 'generate/main.ts'] },
    'libs/connectors/adobe': { entry: ['src/live/*.live.ts'] },
    'libs/connectors/azure': { entry: ['src/live/*.live.ts'] },
  },
  ignoreDependencies: [
    '@graphql-codegen/..', // how knip reads the path of apps/cli's preset
    '@changesets/cli', // by tools/release.ts, as a program
    '@commitlint/cli', // by tools/test/checkCommits.ts and tools/hooks, as a program
    '@prisma/client', // by the generated client
    '@fontsource-variable/source-sans-3', // by the console's style sheet
    'typescript-7', // by tools/nx/inferTargets.mjs, as a program
  ],
  ignoreBinaries: [
    'unshare',
    'nsenter',
    'apt-get',
    'dpkg-deb',
    'openssl',
    'mount',
    'umount',
    'python3',
  ],
};

export default config;
