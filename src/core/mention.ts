/** The kinds of public item that a practice listens to; sentiment is judged by a model per kind. */
export const mentionKinds = ['review', 'comment', 'post', 'question', 'headline'] as const;
export type MentionKind = (typeof mentionKinds)[number];

export type MentionId = string & { readonly __brand: 'MentionId' };
export type SourceId = string;

/** Marks a string as a mention's id; only `core/identity` and readers of stored data call it. */
export const mentionId = (id: string): MentionId => id as MentionId;

/** One item as a source gave it: text is plain Unicode, times are ISO 8601 in UTC. */
export type Entry = {
  /** The source's own id: guid, atom:id, post id. */
  readonly nativeId?: string;
  readonly url?: string;
  readonly title?: string;
  readonly text: string;
  readonly author?: string;
  /** Who published a headline, when that is not the source itself. */
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly updatedAt?: string;
  /** Stars, 1 to 5. */
  readonly rating?: number;
  readonly kind?: MentionKind;
  /** BCP 47, as the source declared it. */
  readonly language?: string;
  /** How one of our own stores held it, when it comes from an export of ours. */
  readonly exported?: { readonly id: MentionId; readonly source: SourceId };
};

/** Where a folded duplicate was also seen. */
export type Sighting = { readonly source: SourceId; readonly url?: string };

/** One public item that we hold. */
export type Mention = {
  readonly id: MentionId;
  readonly source: SourceId;
  readonly kind: MentionKind;
  readonly url?: string;
  readonly title?: string;
  readonly text: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly rating?: number;
  readonly language?: string;
  readonly publishedAt: string;
  /** When we first saw it. */
  readonly seenAt: string;
  /** When the words last changed at the source, if they did after we first saw it. */
  readonly editedAt?: string;
  readonly alsoIn: readonly Sighting[];
};
