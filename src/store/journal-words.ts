import { join } from 'node:path';
import { lineAt } from './act-line.ts';
import type { Framed } from './act-line.ts';
import type { DamageReport } from './damage.ts';
import { readIfThere, replaceFile } from './disk.ts';
import { journalName } from './journal.ts';
import { anyLink, isGap } from './salvage.ts';

/** What erasing did: whether words were there, and whether words about a purged mention are about others as well. */
export type Erased = { readonly any: boolean; readonly shared: boolean };

/** Erases from the journal and its copy what was written about these mentions. Only under the lock. */
export const eraseWords = async (directory: string, gone: ReadonlySet<string>): Promise<Erased> => {
  let erased: Erased = { any: false, shared: false };
  for (const path of [join(directory, journalName), join(directory, 'backup', journalName)]) {
    const file = (await readIfThere(path)) ?? empty;
    const lines = linesAbout(file, gone);
    const there = lines.filter(({ words }) => words.are === 'there');
    erased = {
      any: erased.any || there.length > 0,
      shared: erased.shared || lines.some(({ isShared }) => isShared),
    };
    if (there.length === 0) continue;
    const blanked = Buffer.from(file);
    for (const { words } of there) blanked.fill(' ', words.from, words.to);
    await replaceFile(path, blanked);
  }
  return erased;
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

type About = Pick<Framed, 'words'> & { readonly isShared: boolean };

/** The lines with words, there or erased, that are about one of these mentions. */
const linesAbout = (bytes: Buffer, gone: ReadonlySet<string>): readonly About[] => {
  const found: About[] = [];
  for (const { at, line } of linesNaming(bytes, gone)) {
    if (line.words.are === 'none') continue;
    const mentions = mentionsOn(bytes, at, line.end);
    if (!mentions.some(id => gone.has(id))) continue;
    found.push({ words: line.words, isShared: mentions.some(id => !gone.has(id)) });
  }
  return found;
};

/** To look a few names up in the bytes is cheaper than to read every line, and with many it is not. */
const fewNames = 100;

/** At least the lines in which one of these ids stands. */
function* linesNaming(bytes: Buffer, ids: ReadonlySet<string>) {
  if (ids.size > fewNames) return yield* linesIn(bytes);
  const starts = new Set<number>();
  for (const id of ids)
    for (let at = bytes.indexOf(id); at !== -1; at = bytes.indexOf(id, at + 1))
      starts.add(bytes.lastIndexOf(10, at) + 1);
  for (const at of starts) {
    const line = lineAt(bytes, at, anyLink);
    if (line) yield { at, line };
  }
}

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

const isOn = (bytes: Buffer, from: number, to: number, gone: ReadonlySet<string>): boolean =>
  mentionsOn(bytes, from, to).some(id => gone.has(id));

const mentionsOn = (bytes: Buffer, from: number, to: number): readonly string[] => {
  const { act }: { act: { mentions?: unknown } } = JSON.parse(bytes.toString('utf8', from, to));
  return Array.isArray(act.mentions) ? act.mentions : [];
};
