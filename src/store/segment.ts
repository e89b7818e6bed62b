import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Held } from '../core/identity.ts';
import type { MentionId } from '../core/mention.ts';
import { bareRow } from '../core/row.ts';
import { fromColumns, rowFormat, toColumns } from './columns.ts';
import type { RowColumns } from './columns.ts';
import type { DamageReport } from './damage.ts';
import { codeOf } from '../error-code.ts';
import { look, readIfThere, readSlice, replaceFile } from './disk.ts';
import { fromKeyColumns, keyFormat, toKeyColumns } from './key-columns.ts';
import type { KeyColumns } from './key-columns.ts';
import type { Segment } from './manifest.ts';
import { checksum, linesOf } from './merge-log.ts';
import type { Written } from './merge-log.ts';
import type { Place, Shelf } from './row-index.ts';
import { heldSchema } from './schema.ts';

/** Another process has replaced this segment and its files are gone: read the manifest again. */
export class SegmentGone extends Error {}

/**
 * Reads and writes segments. A segment is three files that never change: the mentions, a line each, with a copy; and,
 * made from them, the rows and the keys as columns.
 */
export const segmentFiles = (
  directory: string,
  report: DamageReport,
  isCurrent: (segment: Segment) => boolean,
) => {
  const path = (id: number, part: keyof typeof endings) => join(directory, namesOf(id)[part]);

  /** The lines of a segment as bytes; restored from the copy, or as far as they can be read. */
  const readBytes = async (segment: Segment): Promise<Buffer> => {
    const bytes = await readIfThere(path(segment.id, 'mentions'));
    return isWhole(bytes, segment) ? bytes : recover(segment, bytes);
  };

  const recover = async (segment: Segment, bytes: Buffer | undefined): Promise<Buffer> => {
    if (!isCurrent(segment)) throw new SegmentGone();
    const [name, file] = [namesOf(segment.id).mentions, path(segment.id, 'mentions')];
    const copy = await readIfThere(path(segment.id, 'copy'));
    const kept = bytes ? ` The damaged file is kept as ${await report.keepCopy(file)}.` : '';
    if (!isWhole(copy, segment)) {
      report.add(
        `${name} and its copy are both damaged.`,
        `What can be read of it is shown.${kept}`,
      );
      return bytes ?? copy ?? Buffer.alloc(0);
    }
    await replaceFile(file, copy);
    report.add(`${name} was damaged.`, `It was restored from the last good copy.${kept}`);
    return copy;
  };

  const readAll = async (segment: Segment): Promise<readonly Written[]> => {
    const lines = linesOf(await readBytes(segment));
    const read = lines.flatMap(line => heldOn(line) ?? []);
    if (read.length < segment.count)
      report.add(
        `${segment.count - read.length} mentions in ${namesOf(segment.id).mentions} cannot be read.`,
        'They are left out; the others are whole.',
      );
    return read;
  };

  /** Reads a file of columns, and makes it anew from the mentions when it is damaged. */
  const readColumns = async <C extends { readonly format: number }>(
    segment: Segment,
    part: 'rows' | 'keys',
    format: C['format'],
    make: (read: readonly Written[]) => C,
  ): Promise<C> => {
    const file = path(segment.id, part);
    const bytes = readNow(file);
    const whole = bytes && wholeOf(bytes, segment[part]);
    const columns: C | undefined = whole ? JSON.parse(whole.toString()) : undefined;
    if (columns?.format === format) return columns;
    if (!isCurrent(segment)) throw new SegmentGone();
    const made = make(await readAll(segment));
    await replaceFile(file, whole ? summed(JSON.stringify(made)) : JSON.stringify(made));
    if (!whole)
      report.add(
        `${namesOf(segment.id)[part]} was damaged.`,
        'It was made anew from the mentions.',
      );
    return made;
  };

  return {
    write: async (
      id: number,
      mentions: readonly Written[],
      { rows: bare, lengths }: Shelf,
    ): Promise<Segment> => {
      const body = Buffer.concat(mentions.map(({ line }) => line));
      const rows = Buffer.from(JSON.stringify(toColumns(bare, lengths)));
      const held = mentions.map(one => one.held);
      const keys = Buffer.from(JSON.stringify(toKeyColumns(held, lengths)));
      await Promise.all([
        replaceFile(path(id, 'mentions'), body),
        replaceFile(path(id, 'copy'), body),
        replaceFile(path(id, 'rows'), rows),
        replaceFile(path(id, 'keys'), keys),
      ]);
      const sums = { mentions: checksum(body), rows: checksum(rows), keys: checksum(keys) };
      const newest = Math.max(...mentions.map(({ held }) => Date.parse(held.mention.publishedAt)));
      const dated = Number.isNaN(newest) ? {} : { newest };
      return { id, count: mentions.length, bytes: body.length, ...sums, ...dated };
    },
    readAll,
    readBytes,
    /** Mentions as they were written, by the checksum of the whole; without a look at their shapes. */
    readUnchecked: async (segment: Segment): Promise<readonly Held[]> => {
      const bytes = await readBytes(segment);
      if (!isWhole(bytes, segment)) return (await readAll(segment)).map(({ held }) => held);
      return linesOf(bytes).map((line): Held => JSON.parse(line.toString()));
    },
    rows: async (segment: Segment) => {
      const columns = await readColumns<RowColumns>(segment, 'rows', rowFormat, rowsOf);
      return { rows: fromColumns(columns), lengths: columns.lengths };
    },
    keys: async (segment: Segment) =>
      fromKeyColumns(await readColumns<KeyColumns>(segment, 'keys', keyFormat, keysOf)),
    /** A mention by its place; when its line is not there, the segment is mended and searched. */
    readOne: async (id: MentionId, { segment, from, to }: Place): Promise<Held | undefined> => {
      const file = path(segment.id, 'mentions');
      const found = heldOn(readSlice(file, from, to))?.held;
      if (found?.mention.id === id) return found;
      return (await readAll(segment)).find(({ held }) => held.mention.id === id)?.held;
    },
    /** Mends the mentions and their copy; `wholly` also compares their checksums. */
    check: async (segment: Segment, wholly: boolean): Promise<void> => {
      const [file, copy] = [path(segment.id, 'mentions'), path(segment.id, 'copy')];
      const fits = async (name: string) =>
        look(name)?.size === segment.bytes &&
        (!wholly || isWhole(await readIfThere(name), segment));
      if (!(await fits(file))) await recover(segment, await readIfThere(file));
      if (await fits(copy)) return;
      const good = await readIfThere(file);
      if (!isWhole(good, segment)) return;
      await replaceFile(copy, good);
      report.add(`The copy of ${namesOf(segment.id).mentions} was damaged.`, 'It was made anew.');
    },
  };
};
export type SegmentFiles = ReturnType<typeof segmentFiles>;

const endings = {
  mentions: 'mentions.jsonl',
  rows: 'rows.json',
  keys: 'keys.json',
  copy: 'mentions.jsonl',
} as const;

/** A file that was renewed for a new format begins with its own checksum, since the manifest knows the one before. */
const summed = (body: string): string => `${checksum(Buffer.from(body))}\n${body}`;

/** The body of a file of columns; undefined when it is neither as it was first written nor as it was renewed. */
const wholeOf = (bytes: Buffer, sum: string): Buffer | undefined => {
  if (checksum(bytes) === sum) return bytes;
  const body = bytes.subarray(9);
  return bytes.toString('latin1', 0, 9) === `${checksum(body)}\n` ? body : undefined;
};

/** The files of a segment, from the store's directory. */
export const namesOf = (id: number): Record<keyof typeof endings, string> => {
  const number = String(id).padStart(6, '0');
  return {
    mentions: `segments/${number}.${endings.mentions}`,
    rows: `segments/${number}.${endings.rows}`,
    keys: `segments/${number}.${endings.keys}`,
    copy: `backup/segments/${number}.${endings.copy}`,
  };
};

const rowsOf = (mentions: readonly Written[]): RowColumns =>
  toColumns(
    mentions.map(({ held }) => bareRow(held.mention, held.verdict)),
    lengthsOf(mentions),
  );

const keysOf = (mentions: readonly Written[]): KeyColumns =>
  toKeyColumns(
    mentions.map(({ held }) => held),
    lengthsOf(mentions),
  );

const lengthsOf = (mentions: readonly Written[]) => mentions.map(({ line }) => line.length);

const heldOn = (line: Buffer): Written | undefined => {
  try {
    const held: unknown = JSON.parse(line.toString());
    return heldSchema.safeParse(held).success ? { held: held as Held, line } : undefined;
  } catch {
    return undefined;
  }
};

const isWhole = (bytes: Buffer | undefined, segment: Segment): bytes is Buffer =>
  bytes?.length === segment.bytes && checksum(bytes) === segment.mentions;

/** Faster than a promise for the hundreds of small files that make up a start. */
const readNow = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};
