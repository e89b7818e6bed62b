import { withoutWords } from './act-words.ts';
import type { MentionId } from './mention.ts';
import { standing, untouched } from './triage.ts';
import type { Act, ActId, RecordedAct, Tombstone, Triage } from './triage.ts';

/** Where all mentions stood after the act `seq`, so that older acts need not be read again. */
export type Standings = {
  readonly seq: number;
  readonly of: ReadonlyMap<MentionId, Triage>;
  readonly gone: Gone;
};

/** Purged mentions, and the fingerprints of their keys and words. */
export type Gone = {
  readonly mentions: ReadonlySet<MentionId>;
  readonly prints: ReadonlySet<string>;
};

const noStandings: Standings = {
  seq: 0,
  of: new Map(),
  gone: { mentions: new Set(), prints: new Set() },
};

/** All acts since some standings, and where each mention stands after them. */
export type Ledger = {
  /** The seq of the newest act; 0 when there is none. */
  readonly seq: () => number;
  /** Takes the next act; gives the mentions that it is about. An undo is about those of the act that it takes back. */
  readonly add: (act: RecordedAct) => readonly MentionId[];
  readonly triageOf: (mention: MentionId) => Triage;
  readonly actsOn: (mention: MentionId) => readonly RecordedAct[];
  readonly acts: () => readonly RecordedAct[];
  /** Whether an act can be added without reading what came before the standings. */
  readonly suffices: (act: Act) => boolean;
  /** The newest act after `since` that is about one of the mentions that these acts are about. */
  readonly newerThan: (since: number, acts: readonly Act[]) => RecordedAct | undefined;
  /** What was purged; the same sets all the time. No undo brings it back. */
  readonly gone: Gone;
  /** Where everything stands now. */
  readonly standings: () => Standings;
};

/** An empty ledger that begins where `from` ends. */
export const createLedger = (from: Standings = noStandings): Ledger => {
  const acts: RecordedAct[] = [];
  const byId = new Map<ActId, readonly MentionId[]>();
  const byMention = new Map<MentionId, RecordedAct[]>();
  const gone = { mentions: new Set(from.gone.mentions), prints: new Set(from.gone.prints) };
  const mentionsOf = (act: Act): readonly MentionId[] =>
    act.kind === 'undo' ? (byId.get(act.act) ?? []) : [...new Set(act.mentions)];
  const bury = ({ mentions, prints }: Tombstone) => {
    for (const mention of mentions) gone.mentions.add(mention);
    for (const print of prints) gone.prints.add(print);
    hush(mentions);
  };
  /** Nobody shall read here what was written about purged mentions, not even on the acts of others at the same time. */
  const hush = (mentions: readonly MentionId[]) => {
    const hushed = new Map<RecordedAct, RecordedAct>();
    for (const act of mentions.flatMap(mention => byMention.get(mention) ?? []))
      if (withoutWords(act) !== act) hushed.set(act, withoutWords(act));
    if (hushed.size === 0) return;
    const replace = (all: RecordedAct[]) => {
      for (const [index, act] of all.entries()) all[index] = hushed.get(act) ?? act;
    };
    replace(acts);
    const touched = new Set([...hushed.keys()].flatMap(mentionsOf));
    for (const mention of touched) replace(byMention.get(mention) ?? []);
  };
  const triageOf = (mention: MentionId): Triage => {
    if (gone.mentions.has(mention)) return untouched;
    const before = from.of.get(mention) ?? untouched;
    const own = byMention.get(mention);
    return own ? standing(own, before) : before;
  };
  return {
    seq: () => acts.at(-1)?.seq ?? from.seq,
    add: act => {
      const mentions = mentionsOf(act);
      acts.push(act);
      byId.set(act.id, mentions);
      if (act.kind === 'purge') bury(act);
      for (const mention of mentions) {
        const own = byMention.get(mention);
        if (own) own.push(act);
        else byMention.set(mention, [act]);
      }
      return mentions;
    },
    triageOf,
    gone,
    actsOn: mention => byMention.get(mention) ?? [],
    acts: () => acts,
    suffices: act => from.seq === 0 || act.kind !== 'undo' || byId.has(act.act),
    newerThan: (since, candidates) => {
      let newest: RecordedAct | undefined;
      for (const mention of candidates.flatMap(mentionsOf)) {
        const last = byMention.get(mention)?.at(-1);
        if (last && last.seq > (newest?.seq ?? since)) newest = last;
      }
      return newest;
    },
    standings: () => ({
      seq: acts.at(-1)?.seq ?? from.seq,
      of: new Map([
        ...from.of,
        ...[...byMention.keys()].map(mention => [mention, triageOf(mention)] as const),
        ...[...gone.mentions].map(mention => [mention, untouched] as const),
      ]),
      gone,
    }),
  };
};
