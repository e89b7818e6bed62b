import { readDocument } from '../classify/document.ts';
import { judgeFeelings } from '../classify/feelings.ts';
import type { FeelingKnowledge } from '../classify/feelings.ts';
import type { MentionKind } from '../core/mention.ts';
import { sentiments } from '../core/verdict.ts';
import type { SentimentLabel } from '../core/verdict.ts';
import { readSet } from './dataset.ts';
import type { Evaluation, Line } from './evaluation.ts';
import { confusionOf, measuresOf } from './measures.ts';

/** The dev splits, judged as a whole verdict would judge them. */
export const evaluateSentiment: Evaluation = {
  id: 'sentiment-dev',
  title: 'Sentiment on the dev splits',
  on: 'data',
  measure: ({ feelings }, data) =>
    judgedAs.map(([set, kind]) =>
      sentimentLine(
        `${set} as ${kind}`,
        readSet(data, set)
          .filter(({ split }) => split === 'dev')
          .map(({ text, label }) => ({ text, kind, label: label as SentimentLabel })),
        feelings,
      ),
    ),
};

const judgedAs: readonly (readonly [set: string, kind: MentionKind])[] = [
  ['nhs_fft_sentiment', 'review'],
  ['nhs_fft_sentiment', 'comment'],
  ['uci_sentences', 'review'],
  ['vader_amazon', 'review'],
  ['tweeteval_sentiment', 'post'],
  ['tweeteval_sentiment', 'comment'],
  ['vader_tweets', 'post'],
  ['vader_nyt', 'headline'],
];

export type Judged = {
  readonly text: string;
  readonly kind: MentionKind;
  readonly label: SentimentLabel;
  readonly rating?: number;
};

/** Accuracy, macro means and the confusion of a list of labelled texts. */
export const sentimentLine = (
  set: string,
  items: readonly Judged[],
  knowledge: FeelingKnowledge,
  language?: string,
): Line => {
  const confusion = confusionOf(
    items.map(({ label, ...item }) => {
      const { sentiment } = judgeFeelings(readDocument(item.text), item, knowledge, language);
      return [sentiments.indexOf(label), sentiments.indexOf(sentiment.label)];
    }),
    sentiments.length,
  );
  const { texts, accuracy, macroF1, macroRecall } = measuresOf(confusion);
  const figures = { accuracy, 'macro-F1': macroF1, 'macro-recall': macroRecall };
  return { set, texts, figures, confusion };
};
