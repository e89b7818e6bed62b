import { fieldOf, listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present, refusalOf } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/** Reads recalls of openFDA (drug, device or food enforcement). "Not found" is its way to say that there are none. */
export const parseOpenFda = (document: string): Page =>
  pageFromJson(document, json => {
    const code = textField(json, 'error', 'code');
    if (code === 'NOT_FOUND') return pageOf([]);
    if (code !== undefined) return refusalOf(textField(json, 'error', 'message') ?? code);
    const [skip, limit, total] = ['skip', 'limit', 'total'].map(name =>
      Number(fieldOf(json, 'meta', 'results', name) ?? 0),
    );
    const after = (skip ?? 0) + (limit ?? 0);
    const next = after > 0 && after < (total ?? 0) ? String(after) : undefined;
    return pageOf(listField(json, 'results').map(rawRecall), { next });
  });

const rawRecall = (recall: Json): RawEntry => {
  const field = (name: string): string => textField(recall, name)?.trim() ?? '';
  return {
    id: field('recall_number') || field('event_id'),
    // The FDA has no page for a single recall that its number leads to.
    links: [],
    title: {
      as: 'text',
      value:
        `${field('classification')} recall: ${field('product_description').slice(0, 300)}`.trim(),
    },
    texts: [
      {
        as: 'text',
        value: [
          sentence('Reason', field('reason_for_recall')),
          sentence('Firm', field('recalling_firm')),
          sentence('Sold in', field('distribution_pattern')),
          sentence('Status', field('status')),
        ].join(''),
      },
    ],
    publisher: field('recalling_firm') || undefined,
    published: present(
      textField(recall, 'report_date'),
      textField(recall, 'recall_initiation_date'),
    ),
    updated: [],
    kind: 'headline',
  };
};

const sentence = (label: string, words: string): string =>
  words === '' ? '' : `${label}: ${words}\n`;
