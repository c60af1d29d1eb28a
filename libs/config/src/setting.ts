/** What a setting is, and how one is declared. */
import type { z } from 'zod';

/** The processes that read settings. Each reads only those that name it in `usedBy`. */
export type ProcessName = 'api' | 'worker' | 'sandbox';

/** A default that follows from settings listed before it. */
type Derived<T> = (earlier: never) => T;

/** An environment variable: how its text is parsed, its default and its documentation. */
export interface Setting<T> {
  /** The variable. */
  name: string;
  /** As `docs/operations/configuration.md` shows it; Markdown, without a full stop. */
  description: string;
  type: z.ZodType<T, string>;
  /** Null: not set. */
  default: T | null | Derived<T>;
  /** The default as the documentation shows it, where it is not the plain value. */
  defaultText?: string;
  example: string;
  usedBy: readonly ProcessName[];
  /** Never printed. */
  secret?: true;
  /** Node.js reads the variable as well, so it can't come as `NAME_FILE`. */
  readByNode?: true;
  /** Counts in lower case too, and first, as other programs have it (`https_proxy`). */
  lowerCase?: true;
}

/** Keeps for the types which processes use a setting, and whether it can be absent. */
export type Declared<T, P, D> = Setting<T> & { usedBy: readonly P[]; default: D };

/** A setting that always has a value. */
export const setting = <T, const P extends ProcessName>(
  given: Omit<Setting<T>, 'default'> & {
    usedBy: readonly P[];
    default: NoInfer<T> | Derived<NoInfer<T>>;
  },
) => given as Declared<T, P, T>;

/** A setting that may be absent. */
export const optional = <T, const P extends ProcessName>(
  given: Omit<Setting<T>, 'default'> & { usedBy: readonly P[] },
) => ({ ...given, default: null }) as Declared<T, P, null>;
