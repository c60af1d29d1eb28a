/** What the pinned Node is started with, for every program of ours. */

/** An address: Node reads a path as one, in which a percent sign begins a letter. */
const diesWithParent = new URL('./diesWithParent.mjs', import.meta.url).href;

/**
 * For any TypeScript program of the workspace: sources instead of builds, and an end when its
 * starter is gone.
 */
export const nodeArguments: readonly string[] = [
  '--conditions=@keyway/source',
  '--import',
  diesWithParent,
];

/**
 * For what runs for weeks (api, worker, sandbox). Left alone, V8 lets garbage pile up to several
 * times of what is alive; collected too early, it costs a third of the processor time.
 * WebAssembly, which is Prisma's, is compiled once and not optimized. docs/decisions/0046 has the
 * measurements.
 */
export const v8Flags: readonly string[] = [
  '--max-semi-space-size=4',
  '--heap-growing-percent=50',
  '--liftoff-only',
];

/** For what runs for weeks, from its sources or a bundle, in this workspace. */
export const serviceArguments: readonly string[] = [...v8Flags, ...nodeArguments];

/**
 * Environment of what runs for weeks. Memory that was freed is spread over the arenas of glibc, one
 * for each thread, and stays with the process; a single one takes 5 to 15 MB less. Buffers of
 * 64 KiB and more go back to the system at once, which glibc stops doing after the first of them
 * (docs/decisions/0046-memory.md). What `environment` sets has precedence.
 */
export const serviceEnvironment = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '131072',
  ...environment,
});
