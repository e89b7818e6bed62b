import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Adapter } from 'lowdb';
import { mentionId } from '../core/mention.ts';
import type { Standings } from '../core/ledger.ts';
import type { Triage } from '../core/triage.ts';
import type { Position } from './append-log.ts';
import type { DamageReport } from './damage.ts';
import { readIfThere, replaceFile } from './disk.ts';
import { checksum } from './merge-log.ts';

/** Where all mentions stood after some act, and where in the journal that act ends. */
export type Saved = { readonly standings: Standings; readonly position: Position };

const standingsName = 'standings.json';
const format = 3;

type Kept = {
  readonly format: number;
  readonly seq: number;
  readonly position: Position;
  readonly of: readonly (readonly [Triage, readonly string[]])[];
  readonly gone: readonly string[];
  readonly prints: readonly string[];
};

/** Standings on disk, through lowdb: made from the journal, so they need no copy; a damaged file is done without. */
export const standingsFile = (directory: string, report: DamageReport) => {
  const path = join(directory, standingsName);
  const adapter: Adapter<Kept | 'none'> = {
    read: async () => {
      const text = (await readIfThere(path))?.toString();
      if (text === undefined) return null;
      const body = text.slice(9);
      if (checksum(Buffer.from(body)) === text.slice(0, 8)) return JSON.parse(body);
      report.add(
        `${standingsName} was damaged.`,
        `It was made anew from the journal. The damaged file is kept as ${await report.setAside(path)}.`,
      );
      return null;
    },
    write: async kept => {
      const body = JSON.stringify(kept);
      await replaceFile(path, `${checksum(Buffer.from(body))}\n${body}`);
    },
  };
  const low = new Low<Kept | 'none'>(adapter, 'none');

  return {
    read: async (): Promise<Saved | undefined> => {
      await low.read();
      const kept = low.data;
      low.data = 'none';
      if (kept === 'none' || kept.format !== format) return undefined;
      const of = new Map(
        kept.of.flatMap(([triage, ids]) => ids.map(id => [mentionId(id), triage] as const)),
      );
      const gone = { mentions: new Set(kept.gone.map(mentionId)), prints: new Set(kept.prints) };
      return { standings: { seq: kept.seq, of, gone }, position: kept.position };
    },
    /** Acts in bulk leave many mentions standing alike: those are kept together. */
    write: async ({ standings: { seq, of, gone }, position }: Saved): Promise<void> => {
      const alike = new Map<string, [Triage, string[]]>();
      for (const [id, triage] of of) {
        const name = JSON.stringify(triage);
        const group = alike.get(name);
        if (group) group[1].push(id);
        else alike.set(name, [triage, [id]]);
      }
      const buried = { gone: [...gone.mentions], prints: [...gone.prints] };
      low.data = { format, seq, position, of: [...alike.values()], ...buried };
      await low.write();
      low.data = 'none';
    },
  };
};
