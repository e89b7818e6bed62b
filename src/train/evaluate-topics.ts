import { readDocument } from '../classify/document.ts';
import { judgeFeelings } from '../classify/feelings.ts';
import { trainedTopics } from '../classify/topics.ts';
import type { TopicId } from '../core/verdict.ts';
import { readSet } from './dataset.ts';
import type { Evaluation, Line } from './evaluation.ts';
import { topicsOf } from './topics.ts';

/** NHS comments with their 13 labels merged to ours; then with neighbours that the labels do not tell apart as one. */
export const evaluateTopics: Evaluation = {
  id: 'topics-dev',
  title: 'Topics on the dev split',
  on: 'data',
  measure: ({ feelings }, data) => {
    const pairs = readSet(data, 'nhs_fft_topics')
      .filter(({ split }) => split === 'dev')
      .map(row => {
        const item = { text: row.text, kind: 'review' } as const;
        const { topics } = judgeFeelings(readDocument(row.text), item, feelings);
        return { right: topicsOf(row), said: topics.map(({ id }) => id) };
      });
    const apart = (topic: TopicId) => topic;
    const together = (topic: TopicId) => neighbours[topic] ?? topic;
    return [
      topicLine('nhs_fft_topics', pairs, apart),
      topicLine('the same, access = waiting, clinician = staff', pairs, together),
    ];
  },
};

const neighbours: Partial<Record<TopicId, TopicId>> = { access: 'waiting', clinician: 'staff' };

type Pair = { readonly right: readonly TopicId[]; readonly said: readonly TopicId[] };

const topicLine = (
  set: string,
  pairs: readonly Pair[],
  merged: (topic: TopicId) => TopicId,
): Line => {
  const counts = new Map<TopicId, { hit: number; said: number; right: number }>();
  const count = (topic: TopicId) => {
    const held = counts.get(topic) ?? { hit: 0, said: 0, right: 0 };
    counts.set(topic, held);
    return held;
  };
  for (const pair of pairs) {
    const right = new Set(pair.right.map(merged));
    const said = new Set(pair.said.map(merged));
    for (const topic of right) count(topic).right++;
    for (const topic of said) {
      count(topic).said++;
      if (right.has(topic)) count(topic).hit++;
    }
  }
  const f1 = ({ hit, said, right }: { hit: number; said: number; right: number }) =>
    (2 * hit) / Math.max(1, said + right);
  const total = { hit: 0, said: 0, right: 0 };
  for (const { hit, said, right } of counts.values()) {
    total.hit += hit;
    total.said += said;
    total.right += right;
  }
  const byTopic = trainedTopics.flatMap(topic => {
    const held = counts.get(topic);
    return held === undefined ? [] : [[topic, f1(held)] as const];
  });
  return {
    set,
    texts: pairs.length,
    figures: { 'micro-F1': f1(total), ...Object.fromEntries(byTopic) },
  };
};
