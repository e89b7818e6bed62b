import type { Entry, MentionKind } from '../core/mention.ts';

/** A field that people read: as HTML, or as text in which `<` is just a character. */
export type Written = { readonly as: 'html' | 'text'; readonly value: string };

/** What a document says of one item, before anything is cleaned, resolved or shortened. */
export type RawEntry = {
  readonly id?: string | undefined;
  /** Addresses that may be the item's own, best first; relative ones are read against `base`. */
  readonly links: readonly string[];
  readonly base?: string | undefined;
  readonly title?: Written | undefined;
  /** Texts, best first: the first that is not empty once cleaned is taken. */
  readonly texts: readonly Written[];
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  /** Dates as they were written, best first. */
  readonly published: readonly string[];
  readonly updated: readonly string[];
  /** Stars as they were written, and the best there is. */
  readonly rating?: { readonly value: string; readonly best?: string | undefined } | undefined;
  readonly language?: string | undefined;
  readonly kind?: MentionKind | undefined;
  readonly exported?: Entry['exported'] | undefined;
  /** It says something that we have no field for (an enclosure, a category), so it is an item, if a poor one. */
  readonly hasMore?: boolean | undefined;
};
