import { createClassifier } from '../classify/classifier.ts';
import type { Knowledge } from '../classify/classifier.ts';
import type { MentionKind } from '../core/mention.ts';
import type { FlagKind } from '../core/verdict.ts';
import { readSet } from './dataset.ts';
import { readMentions, readWrittenMentions } from './duty-texts.ts';
import type { WrittenMention } from './duty-texts.ts';
import type { Evaluation, Line } from './evaluation.ts';
import { lakeside } from './lakeside.ts';

const kinds = [
  'urgent',
  'negative',
  'advice',
  'question',
  'privacy',
  'legal',
  'spam',
] as const satisfies readonly FlagKind[];

/** Flags and buckets on mentions that we wrote: those held back from all fitting, and the stream that tests use. */
export const evaluateFlags: Evaluation = {
  id: 'flags-ours',
  title: 'Flags and buckets on our own mentions',
  on: 'ours',
  measure: knowledge => [
    ...flagLines('held back', readWrittenMentions('held-'), knowledge),
    ...flagLines('stream, learned from', readMentions(stream), knowledge),
  ],
};

const stream = new URL('../../test/fixtures/classify/stream.jsonl', import.meta.url);

const flagLines = (
  name: string,
  mentions: readonly WrittenMention[],
  knowledge: Knowledge,
): readonly Line[] => {
  const classify = createClassifier(knowledge, lakeside);
  const judged = mentions.map(mention => ({ mention, verdict: classify(mention) }));
  const share = (part: number, whole: number) => part / Math.max(1, whole);
  const filed = judged.filter(
    ({ mention, verdict }) => verdict.suggestion.bucket === mention.bucket,
  );
  return [
    {
      set: `${name}: bucket`,
      texts: judged.length,
      figures: { accuracy: share(filed.length, judged.length) },
    },
    ...kinds.map(kind => {
      const ought = judged.filter(({ mention }) => mention.flags.includes(kind));
      const said = judged.filter(({ verdict }) => verdict.flags.some(flag => flag.kind === kind));
      const right = said.filter(({ mention }) => mention.flags.includes(kind)).length;
      return {
        set: `${name}: ${kind}`,
        texts: ought.length,
        figures: {
          precision: share(right, said.length),
          recall: share(right, ought.length),
          F1: share(2 * right, said.length + ought.length),
        },
      };
    }),
  ];
};

/** Flags on real texts in which they are false nearly always. */
export const evaluateFalseAlarms: Evaluation = {
  id: 'flags-dev',
  title: 'Flags on texts that call for none',
  on: 'data',
  measure: (knowledge, data) =>
    alarmSets.map(([set, kind]) => {
      const classify = createClassifier(knowledge, lakeside);
      const texts = readSet(data, set).filter(({ split }) => split === 'dev');
      const flags = texts.flatMap(({ text }) => classify({ text, kind }).flags);
      const shares = kinds
        .filter(one => one !== 'negative')
        .map(one => [
          one,
          flags.filter(flag => flag.kind === one).length / Math.max(1, texts.length),
        ]);
      return { set: `${set} as ${kind}`, texts: texts.length, figures: Object.fromEntries(shares) };
    }),
};

const alarmSets: readonly (readonly [set: string, kind: MentionKind])[] = [
  ['nhs_fft_sentiment', 'review'],
  ['nhs_phase1_sentiment', 'review'],
  ['nhs_phase1_sentiment', 'comment'],
  ['psytar_adr', 'post'],
  ['tweeteval_sentiment', 'post'],
  ['health_news_headlines', 'headline'],
];
