/** What a document is, by its first characters; the content type is asked last, since servers often get it wrong. */
export const sniff = (text: string, contentType = ''): 'xml' | 'json' | 'html' | 'empty' => {
  const head = text.slice(0, 4096).replace(/^[\s\ufeff\u0000]+/, '');
  if (head === '') return 'empty';
  if (head.startsWith('{') || head.startsWith('[')) return 'json';
  if (/<(?:\w+:)?(?:rss|feed|rdf|channel|opml)[\s>]/i.test(head)) return 'xml';
  if (/<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head)) return 'html';
  return /json/i.test(contentType) && !head.includes('<') ? 'json' : 'xml';
};
