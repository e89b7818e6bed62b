import { z } from 'zod';
import { pageOf } from '../parse/page.ts';
import { parsePubMed, parsePubMedIds } from '../parse/pubmed.ts';
import { keyFrom } from './keys.ts';
import { baseOf, kindOf, queryOf, words } from './kind.ts';
import { refused } from './look.ts';
import { readPages } from './pages.ts';

/** New articles of PubMed by its E-utilities: a search for ids, then their summaries. */
export const pubMed = kindOf({
  url: 'optional',
  options: z.strictObject({
    query: words,
    days: z.int('must be a whole number').min(1, 'must be at least 1').max(365).default(30),
  }),
  look: async ({ query, days }, source, _, context) => {
    const base = `${baseOf(source, 'https://eutils.ncbi.nlm.nih.gov')}/entrez/eutils`;
    const key = keyFrom(context, 'LISTEN_NCBI_KEY');
    const common = { db: 'pubmed', retmode: 'json', tool: 'listen', api_key: key };
    const search = { ...common, term: query, reldate: days, datetype: 'edat', retmax: 40 };
    const found = await context.http.ask(
      { url: `${base}/esearch.fcgi?${queryOf(search)}` },
      context.signal,
    );
    if (found.kind === 'failed') return refused(found.failure);
    const ids = found.kind === 'body' ? parsePubMedIds(new TextDecoder().decode(found.bytes)) : [];
    if (ids.length === 0) return { kind: 'entries', ...pageOf([]), problems: [], notes: {} };
    const url = `${base}/esummary.fcgi?${queryOf({ ...common, id: ids.join(',') })}`;
    const secrets = key === undefined ? [] : [key];
    return readPages({ parse: parsePubMed, ask: () => ({ url }), most: 1, secrets }, context);
  },
});
