import { join } from 'node:path';
import { lineAt } from './act-line.ts';
import type { DamageReport } from './damage.ts';
import { readIfThere, replaceFile } from './disk.ts';
import { journalName } from './journal.ts';
import { anyLink, isGap } from './salvage.ts';

/** Erases from the journal and its copy what was written about these mentions; whether there was any. Only under the lock. */
export const eraseWords = async (
  directory: string,
  gone: ReadonlySet<string>,
): Promise<boolean> => {
  let wasErased = false;
  for (const path of [join(directory, journalName), join(directory, 'backup', journalName)]) {
    const blanked = withoutWordsOn((await readIfThere(path)) ?? empty, gone);
    if (!blanked) continue;
    await replaceFile(path, blanked);
    wasErased = true;
  }
  return wasErased;
};

/** Finds words that were taken from the journal though nothing was purged, and puts back what the copy has: whether it had any. Only under the lock. */
export const restoreWords = async (
  directory: string,
  gone: ReadonlySet<string>,
  report: DamageReport,
): Promise<boolean> => {
  const path = join(directory, journalName);
  const file = (await readIfThere(path)) ?? empty;
  const bare = bareLines(file, gone);
  if (bare.length === 0) return false;
  const copy = (await readIfThere(join(directory, 'backup', journalName))) ?? empty;
  const good = Buffer.from(file);
  for (const { seq, from, to } of bare) {
    const line = lineAt(copy, from, anyLink);
    const isThere = line?.seq === seq && line.end === to && line.words.are === 'there';
    if (isThere) copy.copy(good, from, from, to);
    report.add(
      `The words of act ${seq} are missing from ${journalName}, though nothing that it is about was purged.`,
      isThere ? 'They were restored from the last good copy.' : 'They could not be restored.',
    );
  }
  if (good.equals(file)) return false;
  await replaceFile(path, good);
  return true;
};

const empty = Buffer.alloc(0);

/** The journal with blanks for what people wrote about these mentions; undefined when nothing of it is there. */
const withoutWordsOn = (bytes: Buffer, gone: ReadonlySet<string>): Buffer | undefined => {
  let blanked: Buffer | undefined;
  for (const { at, line } of linesIn(bytes)) {
    const { from, to, are } = line.words;
    if (are !== 'there' || !isOn(bytes, at, line.end, gone)) continue;
    blanked ??= Buffer.from(bytes);
    blanked.fill(' ', from, to);
  }
  return blanked;
};

/** A line whose words are gone though nothing that it is about was purged. */
type Bare = { readonly seq: number; readonly from: number; readonly to: number };

const bareLines = (bytes: Buffer, gone: ReadonlySet<string>): readonly Bare[] => {
  const bare: Bare[] = [];
  for (const { at, line } of linesIn(bytes))
    if (line.words.are === 'erased' && !isOn(bytes, at, line.end, gone))
      bare.push({ seq: line.seq, from: at, to: line.end });
  return bare;
};

function* linesIn(bytes: Buffer) {
  for (let at = 0; at < bytes.length;) {
    const line = isGap(bytes, at) ? undefined : lineAt(bytes, at, anyLink);
    if (line) yield { at, line };
    const end = line?.end ?? bytes.indexOf(10, at) + 1;
    if (end <= at) return;
    at = end;
  }
}

const isOn = (bytes: Buffer, from: number, to: number, gone: ReadonlySet<string>): boolean => {
  const { act }: { act: { mentions?: unknown } } = JSON.parse(bytes.toString('utf8', from, to));
  return Array.isArray(act.mentions) && act.mentions.some(id => gone.has(id));
};
