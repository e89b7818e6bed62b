import type { Hit } from './term-index.ts';

/** A pattern whose groups are numbers. */
export type NumberedPattern = {
  readonly claim: number;
  readonly needs: readonly number[];
  readonly bans: readonly number[];
  readonly ordered: boolean;
  readonly reach: number;
  readonly spare: number;
  readonly sure: boolean;
};

/** The tokens with which a sentence fits a pattern, in the order of the text. */
export type Fit = {
  readonly hits: readonly Hit[];
  /** First token, and one past the last. */
  readonly from: number;
  readonly to: number;
};

type Bounds = { readonly from: number; readonly to: number };
type HitsOf = (group: number) => readonly Hit[];

/** The tightest place where a pattern fits within one sentence; undefined when there is none. */
export const fit = (
  pattern: NumberedPattern,
  hitsOf: HitsOf,
  sentenceAt: (token: number) => Bounds,
): Fit | undefined => {
  const start = startGroup(pattern, hitsOf);
  let best: Fit | undefined;
  for (const anchor of hitsOf(start)) {
    const sentence = sentenceAt(anchor.at);
    const hits = pattern.ordered
      ? inOrder(pattern, anchor, hitsOf, sentence)
      : around(pattern, start, anchor, hitsOf, sentence);
    if (hits === undefined) continue;
    const from = Math.min(...hits.map(hit => hit.at));
    const to = Math.max(...hits.map(hit => hit.at + hit.length));
    if (to - from > pattern.reach) continue;
    if (best !== undefined && best.to - best.from <= to - from) continue;
    if (pattern.bans.some(group => hitsOf(group).some(hit => within(hit, sentence)))) continue;
    best = { hits: hits.toSorted((a, b) => a.at - b.at), from, to };
  }
  return best;
};

/** The first group when order matters, else the rarest that occurs. */
const startGroup = ({ needs, ordered }: NumberedPattern, hitsOf: HitsOf): number => {
  const [first = 0] = needs;
  if (ordered) return first;
  const present = needs.filter(group => hitsOf(group).length > 0);
  return present.reduce(
    (rarest, group) => (hitsOf(group).length < hitsOf(rarest).length ? group : rarest),
    present[0] ?? first,
  );
};

const inOrder = (
  { needs }: NumberedPattern,
  anchor: Hit,
  hitsOf: HitsOf,
  { to }: Bounds,
): readonly Hit[] | undefined => {
  const hits = [anchor];
  let end = anchor.at + anchor.length;
  for (const group of needs.slice(1)) {
    const next = hitsOf(group).find(hit => hit.at >= end && hit.at < to);
    if (next === undefined) return undefined;
    hits.push(next);
    end = next.at + next.length;
  }
  return hits;
};

const around = (
  { needs, spare, reach }: NumberedPattern,
  start: number,
  anchor: Hit,
  hitsOf: HitsOf,
  sentence: Bounds,
): readonly Hit[] | undefined => {
  const hits = [anchor];
  let missing = 0;
  for (const group of needs) {
    if (group === start) continue;
    let nearest: Hit | undefined;
    for (const hit of hitsOf(group)) {
      if (!within(hit, sentence) || hits.some(other => overlaps(hit, other))) continue;
      const distance = Math.abs(hit.at - anchor.at);
      if (distance > reach) continue;
      if (nearest === undefined || distance < Math.abs(nearest.at - anchor.at)) nearest = hit;
    }
    if (nearest !== undefined) hits.push(nearest);
    else if (++missing > spare) return undefined;
  }
  return hits;
};

const within = (hit: Hit, { from, to }: Bounds) => hit.at >= from && hit.at < to;

const overlaps = (a: Hit, b: Hit) => a.at < b.at + b.length && b.at < a.at + a.length;
