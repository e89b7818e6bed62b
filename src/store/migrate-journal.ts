import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Act } from '../core/triage.ts';
import { lineOf, tailLength } from './act-line.ts';
import { appendLog } from './append-log.ts';
import type { DamageReport } from './damage.ts';
import { readIfThere, readSlice, replaceFile } from './disk.ts';
import { journalName } from './journal.ts';
import { anyLink, gapAfter, isGap } from './salvage.ts';
import type { Frame } from './salvage.ts';

/** Whether the journal or its copy is of format 1. */
export const isOldJournal = async (directory: string): Promise<boolean> =>
  (await formsIn(directory)).includes('old');

/**
 * Rewrites a journal of format 1, in which the hash was over what people wrote too, so that it could not be erased.
 * What is damaged is mended first, by the old rules. Only under the lock; does nothing to a journal of today.
 */
export const migrateJournal = async (directory: string, report: DamageReport): Promise<void> => {
  const path = join(directory, journalName);
  const copy = join(directory, 'backup', journalName);
  const forms = await formsIn(directory);
  if (!forms.includes('old')) return;
  // The journal was rewritten, and the program ended before its copy was.
  if (forms[0] === 'new') return replaceFile(copy, (await readIfThere(path)) ?? '');
  await appendLog(path, copy, oldFrame, report).check();
  const rewritten = renewed((await readIfThere(path)) ?? Buffer.alloc(0));
  await replaceFile(path, rewritten);
  await replaceFile(copy, rewritten);
};

type Form = 'old' | 'new' | 'unknown';

/** Of the journal, and of its copy. */
const formsIn = (directory: string): Promise<readonly Form[]> =>
  Promise.all([join(directory, journalName), join(directory, 'backup', journalName)].map(formOf));

/** Told by the first line that has a form at all; mostly the first. */
const formOf = async (path: string): Promise<Form> => {
  const first = formOn(readSlice(path, 0, 200));
  return first === 'unknown' ? formOn((await readIfThere(path)) ?? Buffer.alloc(0)) : first;
};

const formOn = (bytes: Buffer): Form => {
  const [, next] =
    /^\{"seq":\d+,"last":\d+,"prev":"[0-9a-f]{64}","(act|room)":/m.exec(bytes.toString('latin1')) ??
    [];
  return next === undefined ? 'unknown' : next === 'act' ? 'old' : 'new';
};

/** The same acts, and gaps, in the form of today. */
const renewed = (bytes: Buffer): Buffer => {
  const pieces: Buffer[] = [];
  let link = '';
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at) + 1;
    if (isGap(bytes, at)) pieces.push(gapAfter(link));
    else {
      const { seq, last, act }: { seq: number; last: number; act: Act } = JSON.parse(
        bytes.toString('utf8', at, end),
      );
      const line = lineOf(act, { seq, last, prev: link });
      pieces.push(Buffer.from(line.text));
      ({ link } = line);
    }
    at = end;
  }
  return Buffer.concat(pieces);
};

const oldFrame: Frame = (bytes, at, link) => {
  let line = oldLineAt(bytes, at, link);
  while (line && line.seq < line.last) line = oldLineAt(bytes, line.end, line.link);
  return line;
};

const oldLineAt = (bytes: Buffer, at: number, link: string) => {
  const end = bytes.indexOf(10, at);
  if (end < at + tailLength) return undefined;
  const body = bytes.subarray(at, end - tailLength);
  const [, own] =
    /^,"hash":"([0-9a-f]{64})"\}$/.exec(bytes.toString('latin1', end - tailLength, end)) ?? [];
  const [, seq, last, prev] = oldStart.exec(body.toString('latin1', 0, 140)) ?? [];
  if (own === undefined || prev === undefined) return undefined;
  if (link !== anyLink && prev !== (link || '0'.repeat(64))) return undefined;
  if (hash('sha256', body) !== own) return undefined;
  return { end: end + 1, link: own, seq: Number(seq), last: Number(last) };
};

const oldStart = /^\{"seq":(\d+),"last":(\d+),"prev":"([0-9a-f]{64})","act":/;
