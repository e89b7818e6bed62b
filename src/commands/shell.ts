import type { Readable, Writable } from 'node:stream';

/** The outside world as a command sees it, so that tests can hand in another. */
export type Shell = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Data only. */
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Talk only. */
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly now: () => Date;
  /** Where `data/` and `feeds/` lie. */
  readonly root: URL;
  /** The system that it runs on; this one when left out. */
  readonly platform?: NodeJS.Platform;
  /** Aborts on SIGINT, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
};
