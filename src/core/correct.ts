import type { Row } from './row.ts';
import type { Correction } from './triage.ts';
import type { Verdict } from './verdict.ts';

/** The verdict as the user sees it: corrections beat the model, and say that a person made them. */
export const corrected = (verdict: Verdict, corrections: readonly Correction[]): Verdict =>
  corrections.reduce(correctOne, verdict);

const byPerson = { confidence: 1, evidence: [] };

const correctOne = (verdict: Verdict, correction: Correction): Verdict => {
  switch (correction.label) {
    case 'sentiment': {
      const score = { negative: -1, neutral: 0, positive: 1 }[correction.value];
      return { ...verdict, sentiment: { ...byPerson, label: correction.value, score } };
    }
    case 'flag': {
      const others = verdict.flags.filter(flag => flag.kind !== correction.flag);
      const reason = 'a person set this flag';
      return {
        ...verdict,
        flags: correction.value
          ? [...others, { ...byPerson, kind: correction.flag, reason }]
          : others,
      };
    }
    case 'topic': {
      const others = verdict.topics.filter(topic => topic.id !== correction.topic);
      const sentiment = verdict.sentiment.label;
      return {
        ...verdict,
        topics: correction.value
          ? [...others, { ...byPerson, id: correction.topic, sentiment }]
          : others,
      };
    }
    case 'about':
      return { ...verdict, aboutPractice: correction.value };
    default:
      return correction satisfies never;
  }
};

/** The same on a row, which knows only the names of labels. */
export const correctRow = (row: Row, correction: Correction): Row => {
  switch (correction.label) {
    case 'sentiment':
      return { ...row, sentiment: correction.value };
    case 'flag':
      return { ...row, flags: withOrWithout(row.flags, correction.flag, correction.value) };
    case 'topic':
      return { ...row, topics: withOrWithout(row.topics, correction.topic, correction.value) };
    case 'about':
      return { ...row, about: correction.value };
    default:
      return correction satisfies never;
  }
};

const withOrWithout = <L>(labels: readonly L[], label: L, wanted: boolean): readonly L[] => {
  const others = labels.filter(other => other !== label);
  return wanted ? [...others, label] : others;
};
