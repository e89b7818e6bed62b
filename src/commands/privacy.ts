import type { MentionId } from '../core/mention.ts';
import type { RecordedAct } from '../core/triage.ts';
import { exitCodes } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import type { Kept, Reader, Store } from '../store/store.ts';
import { recordOf } from '../core/record.ts';
import { fold } from '../text/fold.ts';
import { confirmed } from './confirm.ts';
import { counted } from './counted.ts';
import { mentionLine } from './list.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, readerOf, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & { readonly erase?: true; readonly yes?: true; readonly json?: true };

/** `listen privacy AUTHOR`: everything that is held of what a person wrote, with what was done about it; and its erasure. */
export const privacy = async (
  author: string,
  options: Options,
  shell: Shell,
): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  return withStore(workspace, shell, async store => {
    const { own, within } = await heldOf(author, store);
    for (const kept of [...own, ...within])
      await show(kept, await store.acts(kept.mention.id), options, shell);
    const named = await namedElsewhere(author, store, readerOf(workspace, shell), own);
    const count = own.length + within.length;
    const goesOn =
      options.erase === true &&
      count > 0 &&
      (await confirmed(
        `This erases ${counted(count, 'mention')} of ${author} for good.`,
        options,
        shell,
      ));
    // What is folded into somebody else's words is taken out first, so that theirs stay.
    const apart = goesOn ? await takenOut(author, within, store) : [];
    const ids = [...own.map(({ mention }) => mention.id), ...apart];
    const erased = goesOn ? await store.purge(ids, workspace.me, 'asked to be forgotten') : 0;
    if (options.json)
      shell.stdout.write(`${JSON.stringify({ type: 'done', held: count, erased, named })}\n`);
    else shell.stderr.write(told(count, erased, named, options));
    return options.erase && count > 0 && !goesOn ? exitCodes.failed : exitCodes.done;
  });
};

type Found = {
  /** Mentions that the person wrote. */
  readonly own: readonly Kept[];
  /** Mentions of others into which something of theirs was folded as saying nearly the same. */
  readonly within: readonly Kept[];
};

const heldOf = async (author: string, store: Store): Promise<Found> => {
  const wanted = fold(author);
  const rows = await store.rows();
  const isOwn = (name: string | undefined) => name !== undefined && fold(name) === wanted;
  const own = rows.filter(row => isOwn(row.author)).map(row => row.id);
  const shared = rows.filter(row => row.alsoIn > 0 && !isOwn(row.author)).map(row => row.id);
  const carriers = await store.mentions(shared);
  return {
    own: await store.mentions(own),
    within: carriers.filter(({ folded = [] }) => folded.some(one => isOwn(one.mention.author))),
  };
};

const takenOut = async (
  author: string,
  within: readonly Kept[],
  store: Store,
): Promise<readonly MentionId[]> => {
  const rows = [];
  for (const { mention } of within) rows.push(...(await store.unfold(mention.id)));
  return rows.filter(row => fold(row.author ?? '') === fold(author)).map(row => row.id);
};

/** How many texts of others have the name in them; they are theirs, so they are only told. */
const namedElsewhere = async (
  author: string,
  store: Store,
  reader: Reader,
  own: readonly Kept[],
): Promise<number> => {
  const ids = new Set(own.map(({ mention }) => mention.id));
  const found = await store.find({ kind: 'words', words: fold(author) }, reader);
  return found.filter(row => !ids.has(row.id) && fold(row.author ?? '') !== fold(author)).length;
};

const show = async (
  kept: Kept,
  history: readonly RecordedAct[],
  { json }: Options,
  { stdout }: Shell,
): Promise<void> => {
  const record = recordOf(kept);
  const copies = (kept.folded ?? []).map(({ mention }) => mention);
  const whole = { type: 'held', ...record, ...(copies.length > 0 ? { copies } : {}), history };
  await print(stdout, json ? `${JSON.stringify(whole)}\n` : mentionLine(record));
  if (!json)
    for (const { at, by, kind } of history) await print(stdout, `    ${at}  ${by}  ${kind}\n`);
};

const told = (held: number, erased: number, named: number, { erase }: Options): string => {
  const others =
    named > 0 ? ` ${counted(named, 'mention')} of others have the name in them; look for it.` : '';
  if (erased > 0) return `${counted(erased, 'mention')} erased.${others}\n`;
  const how = held > 0 && !erase ? ' --erase erases them.' : '';
  return `${counted(held, 'mention')} held.${how}${others}\n`;
};
