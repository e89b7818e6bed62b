import type { Correction } from '../core/triage.ts';
import type { Verdict } from '../core/verdict.ts';

/** Rejections of one kind of flag, for one reason, after which it no longer decides the bucket. */
const tooMany = 3;

/** Counts the flags, by kind and reason, that people took back; `urgent` is never doubted. */
export const createDoubts = () => {
  const rejected = new Map<string, number>();
  const doubted = new Set<string>();
  return {
    /** `kind: reason` of those that were taken back too often; the same set all the time. */
    doubted: doubted as ReadonlySet<string>,
    hear: (correction: Correction, { flags }: Verdict): void => {
      if (correction.label !== 'flag' || correction.value || correction.flag === 'urgent') return;
      for (const { kind, reason } of flags) {
        if (kind !== correction.flag) continue;
        const key = `${kind}: ${reason}`;
        const times = (rejected.get(key) ?? 0) + 1;
        rejected.set(key, times);
        if (times >= tooMany) doubted.add(key);
      }
    },
  };
};
