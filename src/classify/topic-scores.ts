import { topicIds } from '../core/verdict.ts';
import type { TopicHit } from './topic-lexicon.ts';

/** What the strongest phrase of a topic adds to its logit, by strength; set on the dev split of the NHS comments. */
const worth = [0, 0.7, 1.6, 3.2];
/** What each further phrase adds, up to two of them. */
const further = 0.5;

/** What the lexicon adds to the logit of each topic, in the order of `topicIds`. */
export const lexiconLogits = (hits: readonly TopicHit[]): Float64Array => {
  const strongest = new Float64Array(topicIds.length);
  const counts = new Float64Array(topicIds.length);
  const ends = new Int32Array(topicIds.length);
  for (const { topic, strength, from, to } of hits) {
    if (strength > (strongest[topic] as number)) strongest[topic] = strength;
    if (from < (ends[topic] as number)) continue;
    counts[topic] = (counts[topic] as number) + 1;
    ends[topic] = to;
  }
  for (let topic = 0; topic < strongest.length; topic++) {
    const more = Math.min(2, Math.max(0, (counts[topic] as number) - 1));
    strongest[topic] = (worth[strongest[topic] as number] ?? 0) + further * more;
  }
  return strongest;
};
