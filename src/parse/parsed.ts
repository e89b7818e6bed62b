import type { Entry } from '../core/mention.ts';

export type Format = 'rss' | 'rdf' | 'atom' | 'cdf' | 'json-feed' | 'unknown';

/** Something that was wrong with what a source sent, and what was made of it; `message` is a sentence for a person. */
export type Problem = {
  readonly kind:
    | 'not-a-feed'
    | 'encoding'
    | 'broken-xml'
    | 'broken-json'
    | 'cut-off'
    | 'too-deep'
    | 'too-much'
    | 'skipped'
    | 'shortened';
  readonly message: string;
};

/** What a document held. Entries are clean: plain Unicode, terminal-safe, absolute http(s) links, ISO dates in UTC. */
export type Parsed = {
  readonly format: Format;
  readonly title?: string;
  readonly language?: string;
  /** How long the publisher asks readers to wait between two looks. */
  readonly ttlMs?: number;
  readonly entries: readonly Entry[];
  /** Native ids of entries that the publisher has withdrawn. */
  readonly deleted?: readonly string[];
  readonly problems: readonly Problem[];
};
