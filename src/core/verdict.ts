/** How the author feels about what they speak of. */
export const sentiments = ['negative', 'neutral', 'positive'] as const;
export type SentimentLabel = (typeof sentiments)[number];

/** Reasons for a person to look, the most pressing first. */
export const flagKinds = [
  /** Somebody may be in danger now. */
  'urgent',
  /** A complaint about the practice or its care; of anything else, a bad mood alone is no flag. */
  'negative',
  /** Asserts or spreads a false or unproven health claim; debunking it, asking about it or joking is none. */
  'misinformation',
  /** Asks for medical advice for one person. */
  'advice',
  /** Gives away who a patient is, or what concerns them. */
  'privacy',
  /** Threatens or announces a suit or a complaint to a board. */
  'legal',
  /** Asks something that the office can answer: hours, new patients, flu shots. */
  'question',
  /** Advertising, or a text made to be found. */
  'spam',
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** Experience of care first, then health subjects. */
export const topicIds = [
  'access',
  'waiting',
  'staff',
  'clinician',
  'care',
  'billing',
  'facility',
  'privacy',
  'digital',
  'vaccines',
  'medication',
  'infection',
  'cancer',
  'nutrition',
  'mental-health',
  'reproductive',
  'children',
  'chronic',
  'policy',
] as const;
export type TopicId = (typeof topicIds)[number];

/** Where triage puts a mention; what nobody has decided yet is in the inbox. */
export const buckets = ['reply', 'refer', 'ignore'] as const;
export type Bucket = (typeof buckets)[number];

/** The words that caused a label: UTF-16 offsets into the text, or into the title. */
export type Span = { readonly start: number; readonly end: number; readonly in?: 'title' };

export type Sentiment = {
  readonly label: SentimentLabel;
  /** -1 (worst) to 1 (best). */
  readonly score: number;
  /** 0 to 1, calibrated. */
  readonly confidence: number;
  readonly evidence: readonly Span[];
};

export type Topic = {
  readonly id: TopicId;
  readonly confidence: number;
  /** The author's feeling about this topic, which may differ from the whole. */
  readonly sentiment: SentimentLabel;
  readonly evidence: readonly Span[];
};

/** How an author stands to the claim that they speak of; only 'supports' spreads it. */
export const stances = ['supports', 'denies', 'asks', 'jokes', 'reports'] as const;
export type Stance = (typeof stances)[number];

export type Flag = {
  readonly kind: FlagKind;
  readonly confidence: number;
  /** One short sentence for a person. */
  readonly reason: string;
  readonly evidence: readonly Span[];
  /** Only misinformation: how sure the match with the claim is. */
  readonly match?: 'confirmed' | 'suggested';
  /** Only misinformation: the claim's id in data/claims. */
  readonly claim?: string;
  readonly stance?: Stance;
};

/** The bucket in which a person would most likely put a mention. */
export type Suggestion = {
  readonly bucket: Bucket;
  readonly reason: string;
  /** Only when it was moved by what was learned on this machine: what is suggested without. */
  readonly instead?: { readonly bucket: Bucket; readonly reason: string };
};

/** What the classifier says of a mention, with the evidence for each label. */
export type Verdict = {
  readonly sentiment: Sentiment;
  readonly topics: readonly Topic[];
  readonly flags: readonly Flag[];
  readonly aboutPractice: boolean;
  /** 0 to 100, and why. */
  readonly priority: { readonly score: number; readonly reasons: readonly string[] };
  readonly suggestion: Suggestion;
  /** BCP 47 of the text; absent when there is too little to tell. */
  readonly language?: string;
  /** Why the text was not read, when it was not (empty, another language). */
  readonly unread?: string;
  /** Versions of the models and data that judged, so that old verdicts can be renewed. */
  readonly version: string;
};

/** What the classifier is given: a mention, or one line of `listen classify`. */
export type Classifiable = {
  readonly text: string;
  readonly title?: string;
  readonly kind?: import('./mention.ts').MentionKind;
  readonly rating?: number;
  readonly language?: string;
  /** Whether its source speaks of the practice or of a topic. */
  readonly about?: 'practice' | 'topic';
};

export type Classify = (item: Classifiable) => Verdict;
