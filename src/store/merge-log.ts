import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Held } from '../core/identity.ts';
import type { SourceState } from '../core/source.ts';
import { appendLog } from './append-log.ts';
import type { AppendLog } from './append-log.ts';
import type { DamageReport } from './damage.ts';
import { anyLink } from './salvage.ts';
import type { Frame } from './salvage.ts';
import { heldSchema, statesSchema } from './schema.ts';

export const mergeLogName = (generation: number): string => `merges-${generation}.jsonl`;

/** What sources brought since the manifest of this generation; one record a merge, so that each is all or nothing. */
export const openMergeLog = (
  directory: string,
  generation: number,
  report: DamageReport,
): AppendLog => {
  const name = mergeLogName(generation);
  return appendLog(join(directory, name), join(directory, 'backup', name), mergeFrame, report);
};

/** A mention with the line that keeps it, line end included, so that it is written out only once. */
export type Written = { readonly held: Held; readonly line: Buffer };

/** One merge: the states of its sources, and the mentions that it added or changed. */
export type Merge = {
  readonly states: readonly SourceState[];
  readonly mentions: readonly Written[];
};

export const write = (held: Held): Written => ({
  held,
  line: Buffer.from(`${JSON.stringify(held)}\n`),
});

/** What can be read again; a number that is none becomes null in JSON, and would be refused then. */
export const readable = (mentions: readonly Written[], report: DamageReport): readonly Written[] =>
  mentions.filter(({ held, line }) => {
    const isFine =
      !line.includes(':null') || heldSchema.safeParse(JSON.parse(line.toString())).success;
    if (!isFine)
      report.add(
        `Mention ${held.mention.id} has a number that is none.`,
        'It was left out; please report this.',
      );
    return isFine;
  });

/** A merge as bytes: a head with its length and checksum, the states, and a line for each mention. */
export const recordOf = ({ states, mentions }: Merge, link: string): Buffer => {
  const first = Buffer.from(`${JSON.stringify(states)}\n`);
  const body = [first, ...mentions.map(({ line }) => line)];
  const length = body.reduce((sum, line) => sum + line.length, 0);
  const crc = spelled(body.reduce((sum, line) => crc32(line, sum), 0));
  const head = Buffer.from(`{"bytes":${length},"crc":"${crc}","prev":"${link}"}\n`);
  return Buffer.concat([head, ...body]);
};

/** Reads a record that proved itself; mentions that this program cannot read are left out and reported. */
export const mergeOn = (record: Buffer, report: DamageReport): Merge => {
  const [, first, ...lines] = linesOf(record);
  const states = statesSchema.safeParse(JSON.parse(first?.toString() ?? '[]'));
  const mentions = lines.flatMap(line => {
    const held: unknown = JSON.parse(line.toString());
    return heldSchema.safeParse(held).success ? [{ held: held as Held, line }] : [];
  });
  const unread = lines.length - mentions.length;
  if (unread > 0)
    report.add(
      `${unread} mentions in the log of merges cannot be read.`,
      'They are left out; the others are whole.',
    );
  return { states: states.success ? (states.data as readonly SourceState[]) : [], mentions };
};

/** The lines of a file, each with its line end; one that was cut off gets it back, and empty ones are left out. */
export const linesOf = (bytes: Buffer): readonly Buffer[] => {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    if (end < 0) lines.push(Buffer.concat([bytes.subarray(at), Buffer.from('\n')]));
    else if (end > at) lines.push(bytes.subarray(at, end + 1));
    at = end < 0 ? bytes.length : end + 1;
  }
  return lines;
};

/** Eight hexadecimal digits that tell damaged bytes from whole ones; no protection against intent. */
export const checksum = (bytes: Buffer): string => spelled(crc32(bytes));

const spelled = (crc: number): string => crc.toString(16).padStart(8, '0');

const mergeFrame: Frame = (bytes, at, link) => {
  const headEnd = bytes.indexOf(10, at) + 1;
  if (headEnd === 0 || headEnd - at > 80) return undefined;
  const head = bytes.toString('latin1', at, headEnd);
  const [, length, crc, prev] =
    /^\{"bytes":(\d+),"crc":"([0-9a-f]{8})","prev":"([0-9a-f]*)"\}\n$/.exec(head) ?? [];
  if (crc === undefined || (link !== anyLink && prev !== link)) return undefined;
  const end = headEnd + Number(length);
  if (end > bytes.length) return undefined;
  return checksum(bytes.subarray(headEnd, end)) === crc ? { end, link: crc } : undefined;
};
