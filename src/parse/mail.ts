import { toByteString } from './byte-string.ts';
import { alertItems } from './mail-alerts.ts';
import { readBody } from './mail-body.ts';
import { headerText, splitHeaders } from './mail-header.ts';
import { pageOf, present } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

const mostMessages = 10_000;

/**
 * Reads a mailbox (`mbox`) or a single mail (`eml`) of alerts. A Google Alert gives an entry for each of its results;
 * any other mail gives one, with its subject as the title and the first link in it as its address.
 */
export const parseMail = (bytes: Uint8Array): Page => {
  const mailbox = toByteString(bytes);
  const messages = mailbox.startsWith('From ')
    ? mailbox
        .split(/(?:^|\r?\n)From [^\r\n]*\d{4}[^\r\n]*\r?\n/)
        .filter(message => message.trim() !== '')
    : [mailbox];
  const items = messages.slice(0, mostMessages).flatMap(rawMail);
  return pageOf(items, {
    problems:
      items.length > 0 ? [] : [{ kind: 'not-a-feed', message: 'There is no mail in this file.' }],
  });
};

const rawMail = (message: string): readonly RawEntry[] => {
  const { headers, body } = splitHeaders(message.replace(/^>(?=>*From )/gm, ''));
  if (!headers.has('from') && !headers.has('subject') && !headers.has('date')) return [];
  const { html, text } = readBody(headers, body);
  const published = present(headers.get('date'));
  const results = alertItems(html ?? '').map(item => ({ ...item, published }));
  if (results.length > 0) return results;
  const subject = headers.get('subject');
  const from = headers.get('from');
  return [
    {
      id: headers.get('message-id'),
      links: linksIn(html ?? text ?? ''),
      title: subject === undefined ? undefined : { as: 'text', value: headerText(subject) },
      texts: [
        ...present(text).map(value => ({ as: 'text', value }) as const),
        ...present(html).map(value => ({ as: 'html', value }) as const),
      ],
      author: from === undefined ? undefined : headerText(from),
      published,
      updated: [],
    },
  ];
};

/** The links of a mail in order, without those that only serve the mail itself. */
const linksIn = (body: string): readonly string[] =>
  [...body.slice(0, 200_000).matchAll(/https?:\/\/[^\s"'<>()]{4,2000}/g)]
    .map(([link]) => link.replace(/&amp;/g, '&'))
    .filter(
      link =>
        !/unsubscribe|preferences|privacy|\.(?:png|gif|jpe?g|css)(?:$|\?)|w3\.org/i.test(link),
    )
    .slice(0, 5);
