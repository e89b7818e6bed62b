import { readFileSync, readdirSync } from 'node:fs';
import type { MentionKind } from '../core/mention.ts';
import { dutyHeads } from '../classify/duty-heads.ts';
import type { DutyHead } from '../classify/duty-heads.ts';
import type { Bucket, Classifiable, FlagKind } from '../core/verdict.ts';
import { readSet } from './dataset.ts';

/** A mention that we wrote, with what ought to be said of it. */
export type WrittenMention = Classifiable & {
  readonly kind: MentionKind;
  readonly flags: readonly FlagKind[];
  readonly bucket: Bucket;
};

/** One text to learn duty from. */
export type DutyText = {
  readonly item: Classifiable;
  readonly holds: readonly DutyHead[];
  /** Heads of which its label says nothing. */
  readonly unsaid: readonly DutyHead[];
  readonly weight: number;
  /** Whoever wrote the rules had seen it, so it must not teach how far rules are to be trusted. */
  readonly seen?: boolean;
};

/** The mentions of every file of `src/train/written` whose name begins so. */
export const readWrittenMentions = (beginning: string): readonly WrittenMention[] => {
  const folder = new URL('written/', import.meta.url);
  return readdirSync(folder)
    .filter(name => name.startsWith(beginning) && name.endsWith('.jsonl'))
    .sort()
    .flatMap(name => readMentions(new URL(name, folder)));
};

/** The mentions of one file of JSON lines. */
export const readMentions = (path: URL): readonly WrittenMention[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as WrittenMention);

/** What we wrote, then real texts: nobody is in danger in them, and their labels say what is praise and blame. */
export const dutyTexts = (folder: string): readonly DutyText[] => [
  ...readWrittenMentions('duty-').map(writtenText),
  ...seenTexts(),
  ...comments(folder, 'nhs_fft_sentiment', 'review', 2, 0),
  ...comments(folder, 'nhs_phase1_sentiment', 'review', 10, 0),
  ...comments(folder, 'nhs_fft_sentiment', 'comment', 4, 1),
  ...comments(folder, 'nhs_phase1_sentiment', 'comment', 12, 5),
  ...others(folder, 'tweeteval_sentiment', 'post', 6),
  ...others(folder, 'tweeteval_sentiment', 'comment', 7),
  ...others(folder, 'psytar_adr', 'comment', 8),
  ...others(folder, 'health_news_headlines', 'headline', 30),
  ...others(folder, 'psytar_adr', 'post', 6),
];

/** A mention of ours as a text to learn from. */
const writtenText = ({ flags, bucket, ...item }: WrittenMention): DutyText => {
  const isWarm = bucket === 'reply' && flags.length === 0;
  const holds: readonly DutyHead[] = isWarm ? ['warm'] : flags.filter(isHead);
  return { item, holds, unsaid: [], weight: 1 };
};

const isHead = (flag: FlagKind): flag is Exclude<FlagKind, 'misinformation'> =>
  (dutyHeads as readonly string[]).includes(flag);

/** The written stream and the written cases of one flag each. */
const seenTexts = (): readonly DutyText[] => [
  ...readMentions(new URL('stream.jsonl', fixtures)).map(mention => ({
    ...writtenText(mention),
    seen: true,
  })),
  ...dutyHeads.flatMap(head => (head === 'warm' ? [] : casesOf(head))),
];

const fixtures = new URL('../../test/fixtures/classify/', import.meta.url);

const casesOf = (head: DutyHead): readonly DutyText[] =>
  readFileSync(new URL(`${head}.tsv`, fixtures), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [expected, kind, text = ''] = line.split('\t');
      const holds = expected === 'yes' ? [head] : [];
      const unsaid = dutyHeads.filter(other => other !== head);
      return { item: { text, kind: kind as MentionKind }, holds, unsaid, weight: 1, seen: true };
    });

/** Every so manieth comment of patients, from the one numbered `first` on, as a review or as a comment on a page of ours. */
const comments = (
  folder: string,
  set: string,
  kind: 'review' | 'comment',
  every: number,
  first: number,
): readonly DutyText[] =>
  readSet(folder, set)
    .filter(({ split }, index) => split === 'train' && index % every === first)
    .map(({ text, label }) => ({
      item: { text, kind },
      holds: label === 'negative' ? ['negative'] : label === 'positive' ? ['warm'] : [],
      unsaid: label === 'neutral' ? ['negative', 'warm'] : [],
      weight: 0.08,
    }));

/** Every so manieth text of a set that is not about us: posts do sell, praise and blame, so these heads learn nothing there. */
const others = (
  folder: string,
  set: string,
  kind: MentionKind,
  every: number,
): readonly DutyText[] =>
  readSet(folder, set)
    .filter(({ split }, index) => split === 'train' && index % every === 0)
    .map(({ text }) => ({
      item: { text, kind },
      holds: [],
      unsaid: kind === 'headline' ? [] : ['spam', 'negative', 'warm'],
      weight: 0.12,
    }));
