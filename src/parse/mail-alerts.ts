import { listField, readJson, textField } from './json.ts';
import { present } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

/** Google Alerts put their results into the mail a second time, as data for the inbox. */
export const alertItems = (html: string): readonly RawEntry[] => {
  const open = /<script[^>]{0,200}data-scope=["']?inboxmarkup[^>]{0,200}>/i.exec(html);
  if (!open) return [];
  const from = open.index + open[0].length;
  const close = html.indexOf('</script', from);
  const data = readJson(html.slice(from, close === -1 ? undefined : close));
  const widgets = listField(data, 'cards').flatMap(card => listField(card, 'widgets'));
  return widgets
    .filter(widget => textField(widget, 'type') === 'LINK')
    .map(widget => {
      const title = textField(widget, 'title');
      return {
        links: present(textField(widget, 'url')),
        title: title === undefined ? undefined : { as: 'html', value: title },
        texts: present(textField(widget, 'description')).map(value => ({ as: 'html', value })),
        published: [],
        updated: [],
        kind: 'headline',
      };
    });
};
