import { randomUUID } from 'node:crypto';
import type { Held } from '../core/identity.ts';
import { bareRow, rowOf } from '../core/row.ts';
import type { Row } from '../core/row.ts';
import { readRules, ruler, rulingOn } from '../core/rules.ts';
import type { Rule, Ruling } from '../core/rules.ts';
import type { Mention, MentionId } from '../core/mention.ts';
import type { Act } from '../core/triage.ts';
import type { Kept, Merged, Store } from '../store/store.ts';

/** The items that no rule drops. */
export const withoutDropped = (
  items: readonly Held[],
  rules: readonly Rule[],
  now: Date,
): readonly Held[] => {
  if (!rules.some(rule => rule.do === 'drop')) return items;
  const read = readRules(rules, now.getTime());
  return items.filter(({ mention, verdict }) => {
    const row = bareRow(mention, verdict);
    return rulingOn(read, row, now.getTime(), () => textOf(mention)).outcome !== 'drop';
  });
};

/** What the rules say of each mention as it stands. */
export const rulingsOn = (
  kept: readonly Kept[],
  rules: readonly Rule[],
  now: Date,
): ReadonlyMap<MentionId, Ruling> => {
  const read = readRules(rules, now.getTime());
  return new Map(
    kept.map(({ mention, verdict, triage }) => {
      const row = rowOf(mention, verdict, triage);
      return [mention.id, rulingOn(read, row, now.getTime(), () => textOf(mention))];
    }),
  );
};

/**
 * Has the rules decide on what a merge added or changed, and gives it as it stands then. What somebody decided before an
 * edit stays open for them to look at again.
 */
export const ruleOnMerged = async (
  merged: readonly Merged[],
  rules: readonly Rule[],
  store: Pick<Store, 'mentions' | 'record'>,
  now: Date,
): Promise<readonly Merged[]> => {
  if (rules.length === 0) return merged;
  const rows = merged
    .flatMap(({ added, updated }) => [...added, ...updated])
    .filter(row => row.bucket === undefined && row.reopened !== true);
  const kept = await store.mentions(rows.map(row => row.id));
  const acts = actsFor(rulingsOn(kept, rules, now), now);
  if (acts.length === 0) return merged;
  const recorded = await store.record(acts);
  if (recorded.kind === 'conflict') return merged;
  const ruled = new Map(recorded.rows.map(row => [row.id, row]));
  const asRuled = (before: readonly Row[]) => before.map(row => ruled.get(row.id) ?? row);
  return merged.map(outcome => ({
    ...outcome,
    added: asRuled(outcome.added),
    updated: asRuled(outcome.updated),
  }));
};

/** The acts that carry out rulings, one for all mentions that share it. */
export const actsFor = (rulings: ReadonlyMap<MentionId, Ruling>, now: Date): readonly Act[] => {
  const decided = new Map<Rule, MentionId[]>();
  const flagged = new Map<Ruling['flags'][number], MentionId[]>();
  const put = <K>(groups: Map<K, MentionId[]>, key: K, id: MentionId) =>
    groups.set(key, [...(groups.get(key) ?? []), id]);
  for (const [id, { outcome, by, flags }] of rulings) {
    for (const flag of flags) put(flagged, flag, id);
    if (by && outcome !== 'keep' && outcome !== 'drop') put(decided, by, id);
  }
  const act = () => ({ id: randomUUID(), at: now.toISOString(), by: ruler });
  return [
    ...[...flagged].map(([flag, mentions]): Act => ({
      ...act(),
      kind: 'correct',
      mentions,
      corrections: [{ label: 'flag', flag, value: true }],
    })),
    ...[...decided].flatMap(([rule, mentions]): readonly Act[] =>
      rule.do === 'reply' || rule.do === 'refer' || rule.do === 'ignore'
        ? [{ ...act(), kind: 'decide', mentions, bucket: rule.do, note: `rule: ${rule.when}` }]
        : [],
    ),
  ];
};

const textOf = ({ title = '', text }: Mention): string => `${title}\n${text}`;
