/**
 * The Platform host of each region (REG-01 to REG-06). Hosts come only from this list, because a
 * bearer token is sent to them (REG-09).
 */
import { REGIONS, type Region, type Verdict } from './vocabulary.ts';

/** A region's Platform host. `host` is null where no call may be made. */
export interface PlatformHost {
  host: string | null;
  verdict: Exclude<Verdict, 'UNKNOWN'>;
  /** VAL-28, then the rule of the region. */
  rules: string[];
}

const HOSTS = {
  VA7: { host: 'platform.adobe.io', verdict: 'PASS', rules: ['VAL-28', 'REG-01'] },
  NLD2: { host: 'platform-nld2.adobe.io', verdict: 'PASS', rules: ['VAL-28', 'REG-02'] },
  AUS5: { host: 'platform-aus5.adobe.io', verdict: 'PASS', rules: ['VAL-28', 'REG-02'] },
  CAN2: { host: 'platform-can2.adobe.io', verdict: 'WARN', rules: ['VAL-28', 'REG-03'] },
  GBR9: { host: 'platform-gbr9.adobe.io', verdict: 'WARN', rules: ['VAL-28', 'REG-03'] },
  IND2: { host: null, verdict: 'BLOCK', rules: ['VAL-28', 'REG-04'] },
  VA6: { host: null, verdict: 'BLOCK', rules: ['VAL-28', 'REG-05'] },
} as const satisfies Record<Region, PlatformHost>;

/** The Platform host of a region (VAL-28). An unknown region blocks. */
export function platformHostOf(region: Region): PlatformHost {
  const known: PlatformHost | undefined = Object.hasOwn(HOSTS, region) ? HOSTS[region] : undefined;
  return known
    ? { ...known, rules: [...known.rules] }
    : { host: null, verdict: 'BLOCK', rules: ['VAL-28', 'REG-07'] };
}

const PLATFORM_HOST = /^platform(-[a-z]{3}\d)?\.adobe\.io$/;
/** Whether Adobe's token may be sent to a host (REG-09), by the pattern of Adobe's regions. */
export const isPlatformHost = (host: string): boolean => PLATFORM_HOST.test(host);

/**
 * Parses a region in any case, and `NDL2` for `NLD2` (REG-06, GAP-26); null where it is unknown.
 */
export function regionAlias(text: string): Region | null {
  const code = text.trim().toUpperCase();
  const alias = code === 'NDL2' ? 'NLD2' : code;
  return REGIONS.find((region) => region === alias) ?? null;
}
