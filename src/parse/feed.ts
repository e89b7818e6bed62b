import { decode } from './decode.ts';
import { parseJsonFeed } from './json-feed.ts';
import type { Parsed, Problem } from './parsed.ts';
import { sniff } from './sniff.ts';
import { parseXmlFeed } from './xml-feed.ts';

/** What is known of a document besides its bytes: the HTTP content type, and where it came from. */
export type Hints = { readonly contentType?: string; readonly url?: string };

/**
 * Reads a feed of any format. Never rejects, whatever the bytes: what is wrong is told in `problems`, and what can be
 * read is read.
 */
export const parseFeed = async (bytes: Uint8Array, hints: Hints = {}): Promise<Parsed> =>
  readFeed(bytes, hints);

/** The same at once, for callers that are not waiting for anything else. */
export const readFeed = (bytes: Uint8Array, { contentType, url }: Hints = {}): Parsed => {
  const { text, problems } = decode(bytes, contentType);
  const parsed = parseAs(sniff(text, contentType), text, url);
  return { ...parsed, problems: [...problems, ...parsed.problems] };
};

const parseAs = (kind: ReturnType<typeof sniff>, text: string, url?: string): Parsed => {
  switch (kind) {
    case 'empty':
      return notAFeed('The document is empty.');
    case 'json':
      return parseJsonFeed(text, url);
    case 'xml':
      return parseXmlFeed(text, url);
    case 'html': {
      // Some feeds are served inside a page, or behind a warning that looks like one.
      const parsed = parseXmlFeed(text, url);
      return parsed.entries.length > 0 ? parsed : notAFeed('This is a web page, not a feed.');
    }
    default:
      return kind satisfies never;
  }
};

const notAFeed = (message: string): Parsed => {
  const problem: Problem = { kind: 'not-a-feed', message };
  return { format: 'unknown', entries: [], problems: [problem] };
};
