import { z } from 'zod';
import { discoverFeeds } from '../parse/feed-discovery.ts';
import { feedAt } from './feed-at.ts';
import { kindOf } from './kind.ts';
import { refused } from './look.ts';

/** A web page whose feed is found by the links in its head. */
export const webPage = kindOf({
  url: 'needed',
  options: z.strictObject({}),
  look: async (_, source, state, context) => {
    const answer = await context.http.ask({ url: source.url ?? '' }, context.signal);
    if (answer.kind === 'failed') return refused(answer.failure);
    if (answer.kind === 'unchanged') return { kind: 'unchanged', notes: {} };
    const page = new TextDecoder().decode(answer.bytes);
    const [first] = discoverFeeds(page, answer.url);
    return first === undefined
      ? { kind: 'failed', why: 'the page offers no feed' }
      : feedAt(first.url, source, state, context);
  },
});
