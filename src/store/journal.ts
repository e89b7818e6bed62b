import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Act, RecordedAct } from '../core/triage.ts';
import { appendLog } from './append-log.ts';
import type { AppendLog, Position } from './append-log.ts';
import type { DamageReport } from './damage.ts';
import { readSlice } from './disk.ts';
import { anyLink } from './salvage.ts';
import type { Frame } from './salvage.ts';
import { actSchema } from './schema.ts';

export const journalName = 'acts.jsonl';

/** The journal: one act a line, each line with the SHA-256 of itself and of the line before it. */
export const openJournal = (directory: string, report: DamageReport, from?: Position): AppendLog =>
  appendLog(
    join(directory, journalName),
    join(directory, 'backup', journalName),
    recordFrame,
    report,
    from,
  );

/**
 * The lines of acts that follow the act `seq`, whose line has the hash `link`; 0 and empty at the beginning.
 * Acts recorded together name the seq of the last of them, so that a part of them is never taken for the whole.
 */
export const recordOfActs = (acts: readonly Act[], seq: number, link: string): Buffer => {
  let prev = link || beginning;
  const last = seq + acts.length;
  const lines = acts.map((act, index) => {
    const place = `"seq":${seq + index + 1},"last":${last}`;
    const body = `{${place},"prev":"${prev}","act":${JSON.stringify(act)}`;
    prev = hash('sha256', body);
    return `${body},"hash":"${prev}"}\n`;
  });
  return Buffer.from(lines.join(''));
};

/** A line that proved itself; `act` is absent when this version of the program cannot read it. */
export type Line = { readonly seq: number; readonly act?: RecordedAct };

/** The lines of a record that proved itself. */
export const linesOn = (record: Buffer): readonly Line[] =>
  record
    .toString()
    .trimEnd()
    .split('\n')
    .map(line => {
      const { seq, act }: { seq: number; act: unknown } = JSON.parse(line);
      return actSchema.safeParse(act).success ? { seq, act: { ...(act as Act), seq } } : { seq };
    });

/** Whether the journal is as it was when it was read up to here: its last line still has the same hash. */
export const endsWith = (directory: string, { offset, link }: Position): boolean => {
  const end = readSlice(join(directory, journalName), offset - tailLength - 1, offset);
  return end.toString('latin1') === `,"hash":"${link}"}\n`;
};

const beginning = '0'.repeat(64);
/** `,"hash":"` + 64 digits + `"}` at the end of a line. */
const tailLength = 9 + 64 + 2;

const recordFrame: Frame = (bytes, at, link) => {
  let line = lineAt(bytes, at, link);
  while (line && line.seq < line.last) line = lineAt(bytes, line.end, line.link);
  return line;
};

const lineAt = (bytes: Buffer, at: number, link: string) => {
  const end = bytes.indexOf(10, at);
  if (end < at + tailLength) return undefined;
  const body = bytes.subarray(at, end - tailLength);
  const [, own] = lineEnd.exec(bytes.toString('latin1', end - tailLength, end)) ?? [];
  const [, seq, last, prev] = lineStart.exec(body.toString('latin1', 0, 140)) ?? [];
  if (own === undefined || prev === undefined) return undefined;
  if (link !== anyLink && prev !== (link || beginning)) return undefined;
  if (hash('sha256', body) !== own) return undefined;
  return { end: end + 1, link: own, seq: Number(seq), last: Number(last) };
};

const lineStart = /^\{"seq":(\d+),"last":(\d+),"prev":"([0-9a-f]{64})","act":/;
const lineEnd = /^,"hash":"([0-9a-f]{64})"\}$/;
