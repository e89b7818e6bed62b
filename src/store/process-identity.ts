import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { codeOf } from '../error-code.ts';

/** Who holds a lock: enough to tell whether that process still lives. */
export const ownerSchema = z.object({
  token: z.string(),
  pid: z.number(),
  host: z.string(),
  /** When the process was born, in the kernel's words, so that a reused process number does not pass for it. */
  born: z.string().optional(),
  holder: z.string(),
  /** ISO 8601, UTC. */
  since: z.string(),
});
export type Owner = z.infer<typeof ownerSchema>;

/** How this process signs a lock; `born` tells it from a later one with the same number. */
export const thisProcess = (holder: string, now: Date): Owner => {
  const born = bornAt(process.pid);
  return {
    token: randomBytes(9).toString('hex'),
    pid: process.pid,
    host: hostname(),
    ...(born === undefined ? {} : { born }),
    holder,
    since: now.toISOString(),
  };
};

/** A process on another computer counts as gone when its lock was not touched for this long, in milliseconds. */
export const silentFor = 60_000;

/** Whether the owner of a lock, last touched at `touched`, still lives; both moments in milliseconds since 1970. */
export const isAlive = (owner: Owner, touched: number, now: number): boolean => {
  if (owner.pid <= 0) return false;
  if (owner.host !== hostname()) return now - touched < silentFor;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return owner.born === undefined || owner.born === bornAt(owner.pid);
};

/** Field 22 of /proc/PID/stat: clock ticks from boot to birth; undefined where there is no /proc. */
const bornAt = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
};
