import { appendFileSync } from 'node:fs';
import { codeOf } from './error-code.ts';

const levels = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof levels)[number];
type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one structured line; events are nouns and past participles (`source.scanned`), fields ids and numbers, never text. */
export type Log = (level: Level, event: string, fields?: Fields) => void;

export const silent: Log = () => undefined;

/** Logs JSON lines of at least this level to a file; silent without a file. A log that fails stops nothing. */
export const logTo = (file: string | undefined, least: Level, now: () => Date): Log => {
  if (file === undefined) return silent;
  return (level, event, fields = {}) => {
    if (levels.indexOf(level) < levels.indexOf(least)) return;
    const line = JSON.stringify({ at: now().toISOString(), level, event, ...fields });
    faultOf(file, `${line}\n`);
  };
};

/** Why nothing can be written to a log file, as an error code; undefined when it can. */
export const faultOf = (file: string, lines = ''): string | undefined => {
  try {
    appendFileSync(file, lines, { mode: 0o600 });
    return undefined;
  } catch (error) {
    return codeOf(error) ?? String(error);
  }
};
