import type { Practice } from '../core/practice.ts';
import type { Classifiable, Classify, Flag, Sentiment, Verdict } from '../core/verdict.ts';
import { readAbout } from './about.ts';
import { readDocument } from './document.ts';
import { judgeFeelings } from './feelings.ts';
import type { FeelingKnowledge } from './feelings.ts';
import { judgeFlags } from './flags.ts';
import { readLanguage } from './language.ts';
import { judgePriority, suggest } from './priority.ts';
import type { FindRules, Hit } from './rules.ts';
import { judgeMisinformation } from './claims/judge.ts';
import type { ClaimLibrary } from './claims/library.ts';

/** Everything that judgement needs, read from data/ by the caller. Rooms add their own part. */
export type Knowledge = {
  readonly rules: FindRules;
  readonly feelings: FeelingKnowledge;
  readonly claims: ClaimLibrary;
  /** Changes whenever any of the data does. */
  readonly version: string;
};

/** Builds the classifier for one practice; an empty name means that no practice is set up. */
export type CreateClassifier = (knowledge: Knowledge, practice: Practice) => Classify;

export const createClassifier: CreateClassifier = (knowledge, practice) => {
  const about = readAbout(practice);
  const { rules, version } = knowledge;
  return item => {
    const document = readDocument(item.text, item.title);
    if (document.tokens.length === 0) return unread('There is no text to read.', version);
    const language = readLanguage(document);
    if (language !== undefined && !read.has(language))
      return unread(
        `Written in ${named(language)}; listen reads English and Spanish.`,
        version,
        language,
      );
    const { sentiment, topics } = judgeFeelings(document, item, knowledge.feelings, language);
    const hits = rules(document);
    const aboutPractice = about(document, item, hits);
    const misinformation =
      language === 'es' ? undefined : judgeMisinformation(document, knowledge.claims);
    const claims = misinformation === undefined ? [] : [misinformation];
    const flags = judgeFlags({ document, item, hits, sentiment, topics, aboutPractice, claims });
    return {
      sentiment,
      topics,
      ...concluded(flags, sentiment, aboutPractice, hits, item),
      ...(language === undefined ? {} : { language }),
      ...(language === 'es' ? { unread: spanish } : {}),
      version,
    };
  };
};

const read = new Set(['en', 'es']);

const spanish = 'Spanish is read for sentiment, danger, advice and questions only.';

const concluded = (
  flags: readonly Flag[],
  sentiment: Sentiment,
  aboutPractice: boolean,
  hits: readonly Hit[],
  { rating }: Classifiable,
) => {
  const judged = {
    flags,
    sentiment: sentiment.label,
    praises: hits.some(({ rule }) => rule.lexicon === 'praise'),
    aboutPractice,
    ...(rating === undefined ? {} : { rating }),
  };
  return { flags, aboutPractice, priority: judgePriority(judged), suggestion: suggest(judged) };
};

const unread = (why: string, version: string, language?: string): Verdict => ({
  sentiment: { label: 'neutral', score: 0, confidence: 0, evidence: [] },
  topics: [],
  flags: [],
  aboutPractice: false,
  priority: { score: 0, reasons: [why] },
  suggestion: { bucket: 'ignore', reason: why },
  ...(language === undefined ? {} : { language }),
  unread: why,
  version,
});

const named = (language: string): string => names[language] ?? 'another language';

const names: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  de: 'German',
  el: 'Greek',
  fr: 'French',
  he: 'Hebrew',
  hi: 'Hindi',
  ht: 'Haitian Creole',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
  ru: 'Russian',
  th: 'Thai',
  tl: 'Tagalog',
  vi: 'Vietnamese',
  zh: 'Chinese',
};
