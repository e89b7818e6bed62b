import type { MentionId } from '../core/mention.ts';
import { ruler } from '../core/rules.ts';
import type { Rule, Ruling } from '../core/rules.ts';
import type { RecordedAct } from '../core/triage.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { actsFor, rulingsOn } from '../scan/ruling.ts';
import type { Store } from '../store/store.ts';
import { confirmed } from './confirm.ts';
import { counted } from './counted.ts';
import type { Shell } from './shell.ts';
import { configOf, openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Options = Globals & {
  readonly apply?: true;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly json?: true;
};

/** `listen rules`: how many of the stored mentions each rule matches; with `--apply` carries them out, except where a person decided. */
export const rules = async (options: Options, shell: Shell): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  const config = configOf(workspace);
  if (config.rules.length === 0)
    throw new UserError(
      `${workspace.configFile ?? 'The configuration'} has no [[rule]] yet; one has when = "a query" and do = "ignore", for example.`,
    );
  return withStore(workspace, shell, async store => {
    const now = shell.now();
    const rulings = await rulingsOnAll(store, config.rules, now);
    tellEach(config.rules, rulings, options, shell);
    const open = await undecided(rulings, store);
    const dropped = [...open].flatMap(([id, { outcome }]) => (outcome === 'drop' ? [id] : []));
    const staying = new Map([...open].filter(([, { outcome }]) => outcome !== 'drop'));
    const acts = actsFor(staying, now);
    const question = `The rules drop ${dropped.length} stored mentions; this erases them for good.`;
    const goesOn =
      options.apply === true &&
      !options.dryRun &&
      (dropped.length === 0 || (await confirmed(question, options, shell)));
    if (goesOn && acts.length > 0) await store.record(acts);
    const purged = goesOn ? await store.purge(dropped, ruler, 'dropped by a rule') : 0;
    const changed = goesOn ? new Set(acts.flatMap(mentionsOf)).size : 0;
    if (options.json)
      shell.stdout.write(
        `${JSON.stringify({ type: 'done', mentions: rulings.size, changed, erased: purged })}\n`,
      );
    else
      shell.stderr.write(
        `${goesOn ? `${counted(changed, 'mention')} changed, ${purged} erased` : pending(acts, dropped)}.\n`,
      );
    return options.apply && !options.dryRun && !goesOn ? exitCodes.failed : exitCodes.done;
  });
};

const mentionsOf = (act: ReturnType<typeof actsFor>[number]): readonly MentionId[] =>
  act.kind === 'undo' ? [] : act.mentions;

const pending = (acts: ReturnType<typeof actsFor>, dropped: readonly MentionId[]): string => {
  const changed = new Set(acts.flatMap(mentionsOf)).size;
  return `Nothing was changed; --apply would change ${counted(changed, 'mention')} and erase ${dropped.length}`;
};

/** Mentions read at a time. */
const batch = 500;

const rulingsOnAll = async (
  store: Store,
  rules: readonly Rule[],
  now: Date,
): Promise<ReadonlyMap<MentionId, Ruling>> => {
  const rows = await store.rows();
  const all = new Map<MentionId, Ruling>();
  for (let from = 0; from < rows.length; from += batch) {
    const kept = await store.mentions(rows.slice(from, from + batch).map(row => row.id));
    for (const [id, ruling] of rulingsOn(kept, rules, now)) all.set(id, ruling);
  }
  return all;
};

/** Without the mentions that a person acted on, whom rules never overrule, and those that are as the rules want them. */
const undecided = async (
  rulings: ReadonlyMap<MentionId, Ruling>,
  store: Store,
): Promise<ReadonlyMap<MentionId, Ruling>> => {
  const acts = await store.acts();
  const byId = new Map(acts.map(act => [act.id, act]));
  const about = (act: RecordedAct | undefined): readonly MentionId[] => {
    if (act === undefined) return [];
    return act.kind === 'undo' ? about(byId.get(act.act)) : act.mentions;
  };
  const touched = new Set(acts.filter(act => act.by !== ruler).flatMap(about));
  const buckets = new Map((await store.rows()).map(row => [row.id, row.bucket]));
  const isNew = ([id, { outcome, flags }]: readonly [MentionId, Ruling]) =>
    outcome !== buckets.get(id) || flags.length > 0;
  return new Map([...rulings].filter(entry => !touched.has(entry[0]) && isNew(entry)));
};

const tellEach = (
  rules: readonly Rule[],
  rulings: ReadonlyMap<MentionId, Ruling>,
  { json }: Options,
  { stdout }: Shell,
): void => {
  const counts = rules.map(() => 0);
  for (const { matched } of rulings.values())
    for (const place of matched) counts[place] = (counts[place] ?? 0) + 1;
  for (const [place, rule] of rules.entries()) {
    const matches = counts[place] ?? 0;
    stdout.write(
      json
        ? `${JSON.stringify({ type: 'rule', rule: place + 1, ...rule, matches })}\n`
        : `${String(matches).padStart(7)}  ${rule.do.padEnd(19)}  ${rule.when}\n`,
    );
  }
};
