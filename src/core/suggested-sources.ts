import type { MentionKind } from './mention.ts';
import type { Practice } from './practice.ts';
import type { Source } from './source.ts';
import { topicSearches } from './topic-searches.ts';
import type { HealthTopic } from './topic-searches.ts';

/** A source that fits the practice, as it would be written into the configuration. */
export type SuggestedSource = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly about: Source['about'];
  readonly items?: MentionKind;
  readonly url?: string;
  readonly every?: string;
  readonly options?: Readonly<Record<string, string | readonly string[]>>;
  /** What it brings, for a person. */
  readonly why: string;
  /** Variables of the environment without which it stays blocked; empty when it needs none. */
  readonly needs: readonly string[];
};

/**
 * Searches made of the practice's names, place, clinicians and topics, the most telling first; what the configuration
 * has already (by its id, or the same search on the same network) is left out.
 */
export const suggestedSources = (
  practice: Practice,
  sources: readonly Pick<Source, 'id' | 'kind' | 'url' | 'options'>[],
  topics: readonly HealthTopic[] = practice.topics ?? usualTopics,
): readonly SuggestedSource[] => {
  const ids = new Set(sources.map(({ id }) => id));
  const searches = new Set(sources.map(searchOf));
  return [...aboutPractice(practice), ...topics.flatMap(topic => aboutTopic(topic, practice))]
    .filter(source => !ids.has(source.id) && !searches.has(searchOf(source)))
    .filter(({ id }, place, all) => all.findIndex(other => other.id === id) === place);
};

/** What most questions and most false claims in a waiting room are about. */
const usualTopics: readonly HealthTopic[] = ['vaccines', 'infection', 'medication'];

const aboutPractice = ({
  name,
  aliases,
  clinicians,
  place,
}: Practice): readonly SuggestedSource[] => {
  const names = anyOf([name, ...aliases]);
  const people = anyOf(clinicians.map(bareName));
  const everybody = anyOf([name, ...aliases, ...clinicians.map(bareName)]);
  const [town] = placesIn(place);
  const near = town === undefined ? '' : ` ${town}`;
  const own = { about: 'practice', needs: [] } as const;
  return [
    {
      ...own,
      id: 'news-practice',
      kind: 'google-news',
      name: 'News of the practice',
      options: { query: names + near },
      why: 'headlines that name the practice',
    },
    ...(people === ''
      ? []
      : [
          {
            ...own,
            id: 'news-clinicians',
            kind: 'google-news',
            name: 'News of the clinicians',
            options: { query: people + near },
            why: 'headlines that name a clinician',
          },
        ]),
    {
      ...own,
      id: 'bing-practice',
      kind: 'bing-news',
      name: 'Bing News of the practice',
      options: { query: names + near },
      why: 'local papers that Google does not carry',
    },
    {
      ...own,
      id: 'reddit-practice',
      kind: 'reddit',
      name: 'Reddit on the practice',
      items: 'post',
      every: '2h',
      options: { query: everybody },
      why: 'posts that name the practice or a clinician',
    },
    {
      ...own,
      id: 'bluesky-practice',
      kind: 'bluesky',
      name: 'Bluesky on the practice',
      options: { query: `"${bare(name)}"` },
      why: 'posts that name the practice',
      needs: ['LISTEN_BLUESKY_HANDLE', 'LISTEN_BLUESKY_PASSWORD'],
    },
  ];
};

const aboutTopic = (topic: HealthTopic, { place }: Practice): readonly SuggestedSource[] => {
  const { words, tag } = topicSearches[topic];
  const places = placesIn(place);
  const near = places.length === 0 ? '' : ` ${anyOf(places)}`;
  const followed = { about: 'topic', needs: [] } as const;
  return [
    {
      ...followed,
      id: `news-${topic}`,
      kind: 'google-news',
      name: `News: ${topic}`,
      options: { query: anyOf(words) + near },
      why: `headlines on ${topic}${places.length === 0 ? '' : ' where your patients live'}`,
    },
    {
      ...followed,
      id: `mastodon-${tag}`,
      kind: 'mastodon',
      name: `Mastodon: #${tag}`,
      url: 'https://mastodon.social',
      options: { tag },
      why: `what people post on ${topic}`,
    },
    ...(official[topic] ?? []).map(source => ({ ...followed, ...source })),
  ];
};

/** What authorities publish on a topic. */
const official: Partial<Record<HealthTopic, readonly Omit<SuggestedSource, 'about' | 'needs'>[]>> =
  {
    infection: [
      {
        id: 'who-outbreaks',
        kind: 'who-outbreaks',
        name: 'WHO outbreak news',
        every: '6h',
        why: 'outbreaks that the World Health Organization reports',
      },
    ],
    medication: [
      {
        id: 'drug-recalls',
        kind: 'openfda',
        name: 'FDA drug recalls',
        every: '12h',
        options: { product: 'drug' },
        why: 'recalls that patients will ask about',
      },
    ],
  };

/** One search: the same kind with the same words, however they are ordered. */
const searchOf = ({ kind, url = '', options = {} }: Pick<Source, 'kind' | 'url' | 'options'>) =>
  JSON.stringify([kind, url.replace(/\/+$/, ''), Object.entries(options).map(String).toSorted()]);

/** `"A" OR "B"`, in brackets when there are several, as all of these networks read it; empty for none. */
const anyOf = (phrases: readonly string[]): string => {
  const quoted = [...new Set(phrases.map(bare))].filter(Boolean).map(phrase => `"${phrase}"`);
  return quoted.length > 1 ? `(${quoted.join(' OR ')})` : (quoted[0] ?? '');
};

const bare = (phrase: string): string => phrase.replaceAll('"', '').trim();

/** People write of `Amara Osei` and `Dr. Osei`: without title and degrees, the first is found in both forms of a headline. */
const bareName = (clinician: string): string =>
  clinician
    .replace(/^(?:(?:Dr|Doctor|Prof|Mr|Mrs|Ms)\.?\s+)+/i, '')
    .replace(
      /,?\s+(?:M\.?D|D\.?O|N\.?P|P\.?A(?:-C)?|R\.?N|Ph\.?D|D\.?D\.?S)\.?(?=[\s,]|$).*$/i,
      '',
    );

/** Town and state of `Milford, Connecticut`. */
const placesIn = (place = ''): readonly string[] =>
  place
    .split(',')
    .map(bare)
    .filter(part => part !== '');
