import type { Practice } from '../core/practice.ts';
import type { Classifiable, Classify, Flag, Sentiment, Verdict } from '../core/verdict.ts';
import { readAbout } from './about.ts';
import { readDocument } from './document.ts';
import { judgeFeelings } from './feelings.ts';
import type { FeelingKnowledge } from './feelings.ts';
import { judgeDuties, leaningTo, newsDuties } from './duty.ts';
import type { DutyKnowledge } from './duty.ts';
import { judgeFlags } from './flags.ts';
import { findIdentifiers } from './identifiers.ts';
import { readLanguage } from './language.ts';
import { judgePriority, suggest } from './priority.ts';
import type { FindRules } from './rules.ts';
import { judgeMisinformation } from './claims/judge.ts';
import type { ClaimLibrary } from './claims/library.ts';
import { mannerFor } from './manner.ts';
import { readNames } from './names.ts';
import type { Named } from './names.ts';

/** Everything that judgement needs, read from data/ by the caller. */
export type Knowledge = {
  readonly rules: FindRules;
  /** Those of advertising alone: all that there is to find in news of others. */
  readonly spamRules: FindRules;
  readonly feelings: FeelingKnowledge;
  readonly claims: ClaimLibrary;
  readonly duty: DutyKnowledge;
  /** Changes whenever any of the data does. */
  readonly version: string;
};

/** Builds the classifier for one practice; an empty name means that no practice is set up. */
export const createClassifier = (knowledge: Knowledge, practice: Practice): Classify => {
  const names = readNames(practice);
  const about = readAbout(practice, names);
  const { rules, spamRules, duty, version } = knowledge;
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
    const felt = judgeFeelings(document, item, knowledge.feelings, language);
    const { sentiment, topics, features, sorest } = felt;
    const isNews =
      item.kind === 'headline' && item.about !== 'practice' && isOfOthers(names(document));
    const hits = isNews ? spamRules(document) : rules(document);
    const standing = isNews ? 'others' : about(document, item, hits);
    const isNamed = standing === 'ours';
    const identifiers = isNews ? [] : findIdentifiers(document, hits);
    const identified = identifiers.reduce((most, one) => Math.max(most, one.confidence), 0);
    const duties = isNews
      ? newsDuties(hits)
      : judgeDuties(duty, {
          item,
          features,
          hits,
          sentiment,
          topics,
          sorest,
          aboutPractice: isNamed,
          identified,
          language,
        });
    const misinformation =
      language === 'es'
        ? undefined
        : judgeMisinformation(
            document,
            knowledge.claims,
            mannerFor(item, topics, features, knowledge.feelings.models.myths),
          );
    const claims = misinformation === undefined ? [] : [misinformation];
    const flags = judgeFlags({
      document,
      item,
      hits,
      sentiment,
      topics,
      aboutPractice: isNamed,
      claims,
      duties,
      identifiers,
      language,
      leaningTo: head => leaningTo(duty, head, features, document.tokens.length),
    });
    const isThanked = standing === 'unsaid' && item.kind === 'comment' && duties.warm >= sure;
    const aboutPractice = isNamed || isThanked || flags.some(({ kind }) => kind === 'negative');
    return {
      sentiment,
      topics,
      ...concluded(flags, sentiment, aboutPractice, duties.warm >= 0.5, item),
      ...(language === undefined ? {} : { language }),
      ...(language === 'es' ? { unread: spanish } : {}),
      version,
    };
  };
};

const isOfOthers = (named: Named): boolean => named === 'nobody' || named === 'namesake';

/** From here on thanks that name nobody are taken to be for us. */
const sure = 0.6;

const read = new Set(['en', 'es']);

const spanish = 'Spanish is read for sentiment, danger, advice and questions only.';

const concluded = (
  flags: readonly Flag[],
  sentiment: Sentiment,
  aboutPractice: boolean,
  praises: boolean,
  { rating }: Classifiable,
) => {
  const judged = {
    flags,
    sentiment: sentiment.label,
    praises,
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
