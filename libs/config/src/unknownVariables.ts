/** Finds variables that are meant for Keyway and that no process reads, such as misspelled ones. */
import { distance } from 'fastest-levenshtein';
import { FROM_FILES, type Environment } from './settingFiles.ts';
import { SETTINGS } from './settings.ts';

/** Whose names begin so is meant for Keyway alone. */
const PREFIX = 'KEYWAY_';
/** Of these Keyway has the names of the specification, but not all of them. */
const EXPORT_PREFIX = 'OTEL_EXPORTER_OTLP_';
/** Read by `keyway`, by tests and builds, and by other programs. */
const OF_OTHERS =
  /^(KEYWAY_(URL|TOKEN|PROFILE|CONFIG_DIR|ALLOW_HTTP|FORCE_TTY|CHROMIUM|SCHEMA|API|MOTO_PYTHON|LIVE_\w+)|HTTP_PROXY)$/;
/** Kubernetes sets these in every pod for a Service whose name begins with `keyway`. */
const OF_A_SERVICE = /_SERVICE_(HOST|PORT(_\w+)?)$|_PORT_\d+_(TCP|UDP|SCTP)(_\w+)?$/;
const MAX_DIFFERENT_LETTERS = 3;

/** A variable that nothing reads. */
export interface UnknownVariable {
  name: string;
  /** What was probably meant; null where nothing is similar. */
  meant: string | null;
}

const NAMES = Object.values(SETTINGS).map(({ name }) => name);
const KNOWN = new Set([...NAMES, ...FROM_FILES.map(({ name }) => `${name}_FILE`)]);

/**
 * Those that begin with `KEYWAY_`, and those whose names nearly are a setting's, in the order of
 * their names.
 */
export function unknownVariables(environment: Environment): UnknownVariable[] {
  return Object.keys(environment)
    .filter((name) => environment[name] && !KNOWN.has(name) && !isOfOthers(name, environment))
    .map((name) => ({ name, meant: nearest(name) }))
    .filter(({ name, meant }) => isPrefixed(name) || meant !== null)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isOfOthers(name: string, environment: Environment): boolean {
  if (OF_OTHERS.test(name) || OF_A_SERVICE.test(name)) return true;
  return name.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(environment[name] ?? '');
}

/** Keyway exports both to one receiver. */
const ofAllSignals = (name: string): string => name.replace(/_(TRACES|METRICS)_/, '_');

const isPrefixed = (name: string): boolean =>
  name.startsWith(PREFIX) || name.startsWith(EXPORT_PREFIX);

/** The more letters differ, the longer a name has to be: `SORT` is not meant for `PORT`. */
function nearest(name: string): string | null {
  if (name === 'NODE_EXTRA_CA_CERTS_FILE') return 'NODE_EXTRA_CA_CERTS';
  const bare = name.slice(PREFIX.length);
  if (name.startsWith(PREFIX) && KNOWN.has(bare)) return bare;
  if (/^OTEL_EXPORTER_OTLP_(TRACES|METRICS)_/.test(name)) return nearest(ofAllSignals(name));
  const most = isPrefixed(name) ? MAX_DIFFERENT_LETTERS : 1;
  const [best] = [...KNOWN]
    .map((known) => ({ known, letters: distance(name, known) }))
    .filter(({ known, letters }) => letters <= most && known.length > 4 * letters)
    .toSorted((a, b) => a.letters - b.letters);
  return best?.known ?? null;
}
