import { join } from 'node:path';
import type { Act, RecordedAct } from '../core/triage.ts';
import type { Beside } from './act-line.ts';
import { besides, lineAt, lineOf, tailLength } from './act-line.ts';
import { appendLog } from './append-log.ts';
import type { AppendLog, Position } from './append-log.ts';
import type { DamageReport } from './damage.ts';
import { readSlice } from './disk.ts';
import type { Frame } from './salvage.ts';
import { actSchema } from './schema.ts';

export const journalName = 'acts.jsonl';

/** The journal: one act a line, each line with the SHA-256 of its act and of the line before it. */
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
  let prev = link;
  const last = seq + acts.length;
  const lines = acts.map((act, index) => {
    const line = lineOf(act, { seq: seq + index + 1, last, prev });
    prev = line.link;
    return line.text;
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
      const { seq, act, beside }: Parsed = JSON.parse(line);
      if (!actSchema.safeParse(act).success) return { seq };
      return { seq, act: { ...besides(act as Act, beside), seq } };
    });

type Parsed = { readonly seq: number; readonly act: unknown; readonly beside?: Beside };

/** Whether the journal is as it was when it was read up to here: its last line still has the same hash. */
export const endsWith = (directory: string, { offset, link }: Position): boolean => {
  const end = readSlice(join(directory, journalName), offset - tailLength - 1, offset);
  return end.toString('latin1') === `,"hash":"${link}"}\n`;
};

const recordFrame: Frame = (bytes, at, link) => {
  let line = lineAt(bytes, at, link);
  while (line && line.seq < line.last) line = lineAt(bytes, line.end, line.link);
  return line;
};
