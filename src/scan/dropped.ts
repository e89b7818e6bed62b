import type { Rule } from '../core/rules.ts';
import type { Dropped } from '../core/source.ts';
import { fingerprint } from '../text/hash.ts';
import type { Candidate } from './candidates.ts';

/** Whether the same rules dropped an item before, with the words that it has now. */
export const droppedBefore = (
  dropped: Dropped | undefined,
  rules: readonly Rule[],
): ((candidate: Candidate) => boolean) => {
  if (dropped === undefined || dropped.by !== nameOf(rules)) return () => false;
  const prints = new Set(dropped.items);
  return candidate => prints.has(printOf(candidate));
};

/** What to remember of the items that rules drop; undefined when there are none, or when time may change the rules' mind. */
export const toRemember = (
  items: readonly Candidate[],
  rules: readonly Rule[],
): Dropped | undefined =>
  items.length === 0 || rules.some(({ when }) => /\b(?:since|before):/i.test(when))
    ? undefined
    : { by: nameOf(rules), items: items.slice(0, most).map(printOf) };

/** More than nearly any feed shows; what a source remembers is written with each scan. */
const most = 1000;

const nameOf = (rules: readonly Rule[]): string => fingerprint(JSON.stringify(rules));

const printOf = ({ keys, words }: Pick<Candidate, 'keys' | 'words'>): string =>
  fingerprint(`${keys[0] ?? ''} ${words}`);
