import { setImmediate as breathe } from 'node:timers/promises';
import { createLedger } from '../core/ledger.ts';
import type { Ledger } from '../core/ledger.ts';
import type { MentionId } from '../core/mention.ts';
import type { Act, RecordedAct } from '../core/triage.ts';
import type { DamageReport } from './damage.ts';
import { endsWith, linesOn, openJournal, recordOfActs } from './journal.ts';
import { eraseWords, restoreWords } from './journal-words.ts';
import { isOldJournal, migrateJournal } from './migrate-journal.ts';
import type { Exclusively } from './lock.ts';
import { actSchema } from './schema.ts';
import type { Sizes } from './sizes.ts';
import { standingsFile } from './standings-file.ts';
import type { Saved } from './standings-file.ts';

/** The acts of a store: the journal, and where every mention stands after it. */
export const openActs = async (
  directory: string,
  exclusively: Exclusively,
  report: DamageReport,
  sizes: Sizes,
) => {
  const saved = standingsFile(directory, report);
  let journal = openJournal(directory, report);
  let ledger = createLedger();
  let begunAt = 0;
  let isWhole = true;
  /** What was purged, and what was written about it may still stand in the journal. */
  const owed = new Set<MentionId>();
  const owe = (act: Act) => {
    if (act.kind === 'purge') for (const id of act.mentions) owed.add(id);
  };
  let seq = 0;

  const begin = (from: Saved | undefined) => {
    journal = openJournal(directory, report, from?.position);
    ledger = createLedger(from?.standings);
    seq = begunAt = ledger.seq();
    isWhole = begunAt === 0;
  };

  /** Reads on; 'unsound' when the end does not prove itself, 'insufficient' when an undo reaches behind the standings. */
  const readOn = async (touched: Set<MentionId>): Promise<'read' | 'unsound' | 'insufficient'> => {
    for (;;) {
      const { records, sound, more } = journal.read();
      for (const line of records.flatMap(linesOn)) {
        ({ seq } = line);
        if (!line.act) {
          report.add(
            `Act ${seq} in the journal is of a kind that this listen does not know.`,
            'It is kept but has no effect here; update listen.',
          );
          continue;
        }
        if (!ledger.suffices(line.act)) return 'insufficient';
        for (const id of ledger.add(line.act)) touched.add(id);
        owe(line.act);
      }
      if (!more) return sound ? 'read' : 'unsound';
      await breathe();
    }
  };

  /** Catches up with other processes: the mentions that they acted on. */
  const refresh = async (locked = false): Promise<ReadonlySet<MentionId>> => {
    const touched = new Set<MentionId>();
    const mend = async () => {
      if (!(await journal.settle()).restart) return;
      for (const id of ledger.standings().of.keys()) touched.add(id);
      begin(undefined);
    };
    for (;;) {
      if (locked) await mend();
      const outcome = await readOn(touched);
      if (outcome === 'insufficient') begin(undefined);
      else if (outcome === 'read' && (locked || journal.agrees())) return touched;
      else if (!locked) await exclusively(mend);
    }
  };

  /** Reads the journal from its beginning, for what the standings do not tell. */
  const readWhole = async () => {
    if (isWhole) return;
    begin(undefined);
    await refresh(true);
  };

  /** Erases what was written about purged mentions from the journal and its copy: the mentions whose acts changed. */
  const erase = () =>
    exclusively(async (): Promise<ReadonlySet<MentionId>> => {
      const touched = new Set(await refresh(true));
      const erased = await eraseWords(directory, owed);
      for (const act of [...owed].flatMap(id => ledger.actsOn(id)))
        if (act.kind !== 'undo') for (const other of act.mentions) touched.add(other);
      owed.clear();
      // The ledger hushed what it knows itself. Only standings may still hold a note on several mentions of which one
      // was purged, and only the whole journal tells.
      if (isWhole || !erased.shared) {
        if (erased.any) journal = openJournal(directory, report, journal.position());
        return touched;
      }
      begin(undefined);
      return new Set([...touched, ...(await refresh(true))]);
    });

  const save = async (least = sizes.acts) => {
    if (owed.size > 0) {
      await erase();
      least = 0;
    }
    if (seq - begunAt < least) return;
    const standings = { ...ledger.standings(), seq };
    await saved.write({ standings, position: journal.position() });
  };

  // Only then: a lock is a file, and whoever reads on a full or read-only disk could make none.
  if (await isOldJournal(directory)) await exclusively(() => migrateJournal(directory, report));
  const from = await saved.read();
  begin(from && endsWith(directory, from.position) ? from : undefined);

  return {
    ledger: (): Ledger => ledger,
    seq: () => seq,
    refresh,
    save,
    /** Checks every line of the journal against the one before it. */
    check: async () => {
      if (owed.size > 0) await erase();
      await exclusively(async () => {
        const wasRestored = await restoreWords(directory, ledger.gone.mentions, report);
        await journal.check();
        if (!wasRestored) return;
        begin(undefined);
        await refresh(true);
      });
    },
    erase,
    /** All acts, oldest first; only in turn with `refresh` and `record`. */
    all: async (): Promise<readonly RecordedAct[]> => {
      await refresh();
      if (!isWhole) await exclusively(readWhole);
      return ledger.acts();
    },
    /** Appends acts, durably, unless somebody acted on the same mentions after `unlessSince`. */
    record: (acts: readonly Act[], unlessSince: number | undefined) =>
      exclusively(async () => {
        for (const act of acts) actSchema.parse(act);
        const others = await refresh(true);
        const own = new Set(acts.map(act => act.id));
        const reachesBack = (act: Act) =>
          !ledger.suffices(act) && act.kind === 'undo' && !own.has(act.act);
        if ((unlessSince ?? begunAt) < begunAt || acts.some(reachesBack)) await readWhole();
        const act = unlessSince === undefined ? undefined : ledger.newerThan(unlessSince, acts);
        if (act) return { kind: 'conflict' as const, act, others };
        await journal.append(recordOfActs(acts, seq, journal.position().link));
        const touched = acts.flatMap(act => ledger.add({ ...act, seq: ++seq }));
        acts.forEach(owe);
        return { kind: 'recorded' as const, seq, touched: new Set(touched), others };
      }),
  };
};
