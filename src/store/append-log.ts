import { basename, dirname } from 'node:path';
import type { DamageReport } from './damage.ts';
import {
  appendDurably,
  cutFile,
  look,
  readIfThere,
  readSlice,
  replaceFile,
  syncDirectory,
} from './disk.ts';
import { anyLink, isGap, salvage, withGaps } from './salvage.ts';
import type { Frame } from './salvage.ts';

/** A file that only grows, with a copy; each record proves itself and the one before it. */
export type AppendLog = {
  /**
   * Records that were added since the last call, some at a time. `sound` is false when something after them does not
   * prove itself: somebody is writing it, or it is damaged.
   */
  readonly read: () => {
    readonly records: readonly Buffer[];
    readonly sound: boolean;
    readonly more: boolean;
  };
  /** Whether file and copy are of one length, as they are unless somebody is writing or something is wrong. */
  readonly agrees: () => boolean;
  /** Mends file and copy; only under the lock. `restart`: what was read before is void, `read` begins anew. */
  readonly settle: () => Promise<{ readonly restart: boolean }>;
  /** Reads file and copy whole, checks every record and mends what it can; only under the lock. */
  readonly check: () => Promise<void>;
  /** Adds records and waits until file and copy are on disk; only under the lock, after `settle` and `read`. */
  readonly append: (record: Buffer) => Promise<void>;
  /** How far it was read: bytes, and the link that the next record must carry. */
  readonly position: () => Position;
};

export type Position = { readonly offset: number; readonly link: string };

/** Begins at `from`, or at the beginning. Neither file need be there. */
export const appendLog = (
  path: string,
  copy: string,
  records: Frame,
  report: DamageReport,
  from: Position = { offset: 0, link: '' },
): AppendLog => {
  const frame = withGaps(records);
  let { offset, link } = from;

  const read = () => {
    const size = look(path)?.size ?? 0;
    const records: Buffer[] = [];
    if (size <= offset) return { records, sound: size === offset, more: false };
    for (let span = atOnce; ; span *= 2) {
      const bytes = readSlice(path, offset, Math.min(size, offset + span));
      let at = 0;
      for (let next = frame(bytes, at, link); next; next = frame(bytes, at, link)) {
        if (!isGap(bytes, at)) records.push(bytes.subarray(at, next.end));
        at = next.end;
        link = next.link;
      }
      const all = offset + bytes.length >= size;
      if (at === 0 && !all) continue;
      offset += at;
      return { records, sound: !all || at === bytes.length, more: !all };
    }
  };

  const mend = async (): Promise<void> => {
    const [file, second] = [await readIfThere(path), await readIfThere(copy)];
    const { good, fromCopy, lost, gaps } = salvage(file ?? empty, second ?? empty, records);
    const name = basename(path);
    const rest = file?.subarray(good.length) ?? empty;
    if (fromCopy.length + lost.length === 0 && file && rest.length > 0) {
      await cutFile(path, good.length);
      report.add(
        `The last line of ${name} was cut short: a process ended while it wrote.`,
        'The piece was removed; nothing that was confirmed is lost.',
      );
    } else if (!(file ?? empty).equals(good)) {
      const kept = file ? ` The damaged file is kept as ${await report.keepCopy(path)}.` : '';
      await replaceFile(path, good);
      if (fromCopy.length > 0)
        report.add(
          `${name} was damaged, at line ${some(fromCopy)}.`,
          `It was restored from the last good copy.${kept}`,
        );
      if (lost.length > 0)
        report.add(
          `${name} and its copy are both damaged, at line ${some(lost)}.`,
          `What stood there could not be restored; the rest was.${kept}`,
        );
    }
    if (gaps.length > 0)
      report.add(`${name} has a gap at line ${some(gaps)}.`, 'What stood there was lost earlier.');
    if (!(second ?? empty).equals(good)) {
      await replaceFile(copy, good);
      // A copy that is merely behind was interrupted; one that says something else was changed.
      if (second && !good.subarray(0, second.length).equals(second) && file?.equals(good))
        report.add(`The copy of ${name} was damaged.`, 'It was made anew.');
    }
  };

  return {
    read,
    agrees: () => (look(copy)?.size ?? 0) === (look(path)?.size ?? 0),
    settle: async () => {
      const before = { offset, link };
      let step = read();
      while (step.more) step = read();
      if (!step.sound || look(copy)?.size !== look(path)?.size) await mend();
      ({ offset, link } = step.sound ? before : { offset: 0, link: '' });
      return { restart: !step.sound };
    },
    check: mend,
    append: async record => {
      const next = frame(record, 0, link);
      if (next?.end !== record.length) throw new Error('a record must prove itself');
      try {
        await appendDurably([path, copy], record);
        if (offset === 0) await Promise.all([dirname(path), dirname(copy)].map(syncDirectory));
      } catch (error) {
        for (const file of [path, copy])
          if ((look(file)?.size ?? 0) > offset) await cutFile(file, offset).catch(() => undefined);
        throw error;
      }
      offset += record.length;
      link = next.link;
    },
    position: () => ({ offset, link: link === anyLink ? '' : link }),
  };
};

const empty = Buffer.alloc(0);

/** Bytes read in one go, so that a long log does not hold up the keyboard; a record may be longer. */
const atOnce = 1 << 20;

const some = (lines: readonly number[]): string =>
  lines.length > 5 ? `${lines.slice(0, 5).join(', ')} and others` : lines.join(', ');
