import { toByteString } from './byte-string.ts';
import { alertItems } from './mail-alerts.ts';
import { readBody } from './mail-body.ts';
import { headerText, splitHeaders } from './mail-header.ts';
import { filePageOf } from './file-page.ts';
import type { FilePage, FileRow } from './file-page.ts';
import { present } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/**
 * Reads a mailbox (`mbox`) or a single mail (`eml`) of alerts. A Google Alert gives an entry for each of its results;
 * any other mail gives one, with its subject as the title and the first link in it as its address.
 */
export const parseMail = (bytes: Uint8Array): FilePage => {
  const rows = mailsIn(toByteString(bytes)).flatMap(({ at, mail }): readonly FileRow[] => {
    const items = rawMail(mail);
    return items.length === 0
      ? [{ at, why: 'it is no mail: it has no sender, subject or date' }]
      : items.map(item => ({ at, item }));
  });
  const none = rows.every(row => 'why' in row);
  return filePageOf(
    none ? [] : rows,
    none ? [{ kind: 'not-a-feed', message: 'There is no mail in this file.' }] : [],
  );
};

type Mail = { readonly at: number; readonly mail: string };

/** The mails of a mailbox, each with the line that announces it. */
const mailsIn = (mailbox: string): readonly Mail[] => {
  if (!mailbox.startsWith('From ')) return [{ at: 1, mail: mailbox }];
  const mails: Mail[] = [];
  let line = 1;
  let from = 0;
  const until = (end: number, next: number) => {
    const mail = mailbox.slice(from, end);
    if (mail.trim() !== '') mails.push({ at: line - 1, mail });
    line += mailbox.slice(from, next).split('\n').length - 1;
    from = next;
  };
  for (const match of mailbox.matchAll(/(?:^|(?<=\n))From [^\r\n]*\d{4}[^\r\n]*(?:\r?\n|$)/g))
    until(match.index, match.index + match[0].length);
  until(mailbox.length, mailbox.length);
  return mails;
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
