/** The version of this program; all packages have one. */
import manifest from '../../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;
