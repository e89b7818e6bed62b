import { listField, textField } from './json.ts';
import type { Json } from './json.ts';
import { pageFromJson, pageOf, present } from './page.ts';
import type { Page } from './page.ts';
import type { RawEntry } from './raw-entry.ts';

const site = 'https://www.who.int';

/** Some answers give the whole path, others only its end. */
const section = '/emergencies/disease-outbreak-news/item';

/** Reads WHO's Disease Outbreak News (OData). The fields hold HTML; an empty one gives way to the next. */
export const parseWhoOutbreaks = (document: string): Page =>
  pageFromJson(document, json =>
    pageOf(listField(json, 'value').map(rawOutbreak), { next: textField(json, '@odata.nextLink') }),
  );

const rawOutbreak = (item: Json): RawEntry => {
  const path = textField(item, 'ItemDefaultUrl');
  const name = textField(item, 'UrlName');
  return {
    id: textField(item, 'DonId') ?? textField(item, 'Id'),
    links: present(
      path === undefined ? undefined : site + (path.startsWith(section) ? path : section + path),
      name === undefined ? undefined : `${site}${section}/${name}`,
    ),
    title: { as: 'html', value: textField(item, 'Title') ?? '' },
    texts: present(
      ...['Summary', 'Overview', 'Assessment', 'Advice', 'Epidemiology'].map(field =>
        textField(item, field),
      ),
    ).map(value => ({ as: 'html', value })),
    publisher: 'World Health Organization',
    published: present(
      textField(item, 'PublicationDateAndTime'),
      textField(item, 'PublicationDate'),
    ),
    updated: present(textField(item, 'LastModified')),
    kind: 'headline',
  };
};
