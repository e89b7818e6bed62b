import { randomUUID } from 'node:crypto';
import { printsOf } from '../core/identity.ts';
import type { Held } from '../core/identity.ts';
import type { Act } from '../core/triage.ts';

/** The act that erases mentions: who, when and why, their ids and fingerprints, and none of their words. */
export const tombstone = (held: readonly Held[], by: string, reason: string, now: Date): Act => ({
  kind: 'purge',
  id: randomUUID(),
  at: now.toISOString(),
  by,
  mentions: held.map(({ mention }) => mention.id),
  prints: [...new Set(held.flatMap(printsOf))],
  reason,
});
