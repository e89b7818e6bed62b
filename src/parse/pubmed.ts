import { fieldOf, listField, readJson, textField } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/** The ids that a search of PubMed found (`esearch`, JSON), newest first; none when the answer is anything else. */
export const parsePubMedIds = (document: string): readonly string[] => {
  const ids = fieldOf(readJson(document), 'esearchresult', 'idlist');
  return Array.isArray(ids)
    ? ids.filter((id): id is string => typeof id === 'string' && /^\d{1,10}$/.test(id))
    : [];
};

/** Reads summaries of articles (`esummary`, JSON). They have no abstract: the text names journal and authors. */
export const parsePubMed = (document: string): Page =>
  pageFromJson(document, json => {
    const error = textField(json, 'error') ?? textField(json, 'esummaryresult', '0');
    if (error !== undefined) return refusalOf(error);
    const ids = fieldOf(json, 'result', 'uids');
    const articles = Array.isArray(ids) ? ids.map(id => fieldOf(json, 'result', String(id))) : [];
    return pageOf(
      articles.filter(article => textField(article, 'title') !== undefined).map(rawArticle),
    );
  });

const rawArticle = (article: unknown): RawEntry => {
  const id = textField(article, 'uid');
  const authors = listField(article, 'authors').flatMap(author => textField(author, 'name') ?? []);
  const journal = textField(article, 'fulljournalname') ?? textField(article, 'source');
  return {
    id: id === undefined ? undefined : `pmid:${id}`,
    links: present(id === undefined ? undefined : `https://pubmed.ncbi.nlm.nih.gov/${id}/`),
    title: { as: 'html', value: textField(article, 'title') ?? '' },
    texts: [{ as: 'text', value: present(journal, listOf(authors)).join('. ') }],
    author: listOf(authors),
    publisher: journal,
    published: present(
      textField(article, 'sortpubdate'),
      textField(article, 'epubdate'),
      textField(article, 'pubdate'),
    ),
    updated: [],
    kind: 'headline',
  };
};

const listOf = (names: readonly string[]): string | undefined =>
  names.length === 0
    ? undefined
    : names.slice(0, 3).join(', ') + (names.length > 3 ? ' et al.' : '');
