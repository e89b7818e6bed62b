import { correctRow } from './correct.ts';
import { everything, matches } from './query.ts';
import type { Query } from './query.ts';
import { parseQuery } from './query-parse.ts';
import type { Row } from './row.ts';
import { buckets, flagKinds } from './verdict.ts';
import type { Bucket, FlagKind } from './verdict.ts';

/** What a rule may do: end the matter (keep as it is, do not store, decide), or set a flag and go on. */
export const ruleActions = [
  'keep',
  'drop',
  ...buckets,
  ...flagKinds.map(kind => `flag:${kind}` as const),
] as const;
export type RuleAction = (typeof ruleActions)[number];

/** A rule as the configuration writes it; `when` is a query that was checked. */
export type Rule = { readonly when: string; readonly do: RuleAction };

/** A rule read at a moment, since `since:7d` means another time every day. */
export type ReadRule = { readonly rule: Rule; readonly query: Query };

/** Reads the queries of rules; `now` in milliseconds. */
export const readRules = (rules: readonly Rule[], now: number): readonly ReadRule[] =>
  rules.map(rule => {
    const parsed = parseQuery(rule.when, now);
    return { rule, query: parsed.ok ? parsed.query : nothing };
  });

/** Selects no mention. */
const nothing: Query = { kind: 'not', of: everything };

/** What the rules say of one mention. */
export type Ruling = {
  /** How the matter ends; absent when no rule ended it. */
  readonly outcome?: 'keep' | 'drop' | Bucket;
  /** The rule that ended it. */
  readonly by?: Rule;
  /** The flags that were not there before. */
  readonly flags: readonly FlagKind[];
  /** The rules that matched, by their place. */
  readonly matched: readonly number[];
};

/**
 * Goes through the rules in order: the first that matches ends the matter, but `flag:` sets its flag and goes on, and
 * later rules see it. `text` is the whole title and text, asked for only when words are sought.
 */
export const rulingOn = (
  rules: readonly ReadRule[],
  row: Row,
  now: number,
  text: () => string,
): Ruling => {
  const matched: number[] = [];
  const flags: FlagKind[] = [];
  let seen = row;
  for (const [place, { rule, query }] of rules.entries()) {
    if (!matches(query, seen, { now, me: ruler }, text)) continue;
    matched.push(place);
    const flag = flagKinds.find(kind => rule.do === `flag:${kind}`);
    if (flag === undefined)
      return { outcome: rule.do as NonNullable<Ruling['outcome']>, by: rule, flags, matched };
    if (seen.flags.includes(flag)) continue;
    flags.push(flag);
    seen = correctRow(seen, { label: 'flag', flag, value: true });
  }
  return { flags, matched };
};

/** Whom the journal names for what a rule decided. */
export const ruler = 'rule';
