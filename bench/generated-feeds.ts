const words =
  'the clinic waited over an hour but the nurse was kind and my appointment online booking phone line busy doctor listened billing insurance claim denied refund rash worse after new medication side effects dizzy reception rude parking flu jab children vaccine schedule prescription lost pharmacy referral specialist results portal password reset thank you team great care recommend friendly clean modern delay cancelled twice again pain knee surgery recovery question anyone know if they take walk-ins on Saturday café naïve Zürich “quoted” — 医院 👍'.split(
    ' ',
  );

/** Xorshift: the same feeds in every run, so that runs compare. */
const chance = (seed: number) => {
  let state = seed | 1;
  return (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
};

const sentence = (next: () => number, count: number): string => {
  const picked = Array.from({ length: count }, () => words[Math.floor(next() * words.length)]);
  return `${picked.join(' ')}.`;
};

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const item = (feed: number, number: number) => {
  const next = chance(feed * 1009 + number * 7919 + 13);
  const paragraphs = Array.from(
    { length: 1 + Math.floor(next() * 5) },
    () =>
      `<p>${sentence(next, 30 + Math.floor(next() * 60))} <a href="https://feed${feed}.example/x/${number}?a=1&amp;b=2">more</a></p>`,
  );
  return {
    id: `tag:feed${feed}.example,2026:${number}`,
    link: `https://feed${feed}.example/post/${number}?utm_source=rss&utm_medium=feed`,
    title: sentence(next, 6 + Math.floor(next() * 8)) + (next() < 0.2 ? ' Q & A <new>' : ''),
    summary: sentence(next, 25),
    html: paragraphs.join('\n'),
    author: `user${Math.floor(next() * 500)}`,
    at: new Date(Date.UTC(2026, 5, 30) - number * 3_600_000),
  };
};

const rss = (feed: number, items: readonly ReturnType<typeof item>[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Mentions ${feed}</title><link>https://feed${feed}.example/</link>${items
    .map(
      ({ id, link, title, summary, html, author, at }) =>
        `<item>\n<title>${escaped(title)}</title>\n<link>${escaped(link)}</link>\n<guid isPermaLink="false">${id}</guid>\n<pubDate>${at.toUTCString()}</pubDate>\n<dc:creator><![CDATA[${author}]]></dc:creator>\n<description>${escaped(`<p>${summary}</p>`)}</description>\n<content:encoded><![CDATA[${html}]]></content:encoded>\n</item>`,
    )
    .join('\n')}</channel></rss>`;

const atom = (feed: number, items: readonly ReturnType<typeof item>[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Mentions ${feed}</title><link href="https://feed${feed}.example/"/><id>tag:feed${feed}.example,2026:feed</id>${items
    .map(
      ({ id, link, title, summary, html, author, at }) =>
        `<entry>\n<title type="text">${escaped(title)}</title>\n<link rel="alternate" href="${escaped(link)}"/>\n<id>${id}</id>\n<published>${at.toISOString()}</published>\n<author><name>${author}</name></author>\n<summary>${escaped(summary)}</summary>\n<content type="html">${escaped(html)}</content>\n</entry>`,
    )
    .join('\n')}</feed>`;

/** Feed number `feed` of the bench: 50 items, seven feeds of ten RSS 2.0, the others Atom. */
export const aFeedOf = (feed: number): string => {
  const items = Array.from({ length: 50 }, (_, number) => item(feed, number));
  return feed % 10 < 7 ? rss(feed, items) : atom(feed, items);
};
