import { mentionId } from '../../src/core/mention.ts';
import type { Mention } from '../../src/core/mention.ts';

/** Items of a month, and of each which one it repeats (the id of the original). */
export type Month = {
  readonly mentions: readonly Mention[];
  readonly repeats: ReadonlyMap<string, string>;
};

/** A generator of numbers from 0 to 1, the same for the same seed (Lehmer). */
export const chance = (seed: number) => () =>
  (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

const split = (text: string) => text.split('|');
const people = split(
  'Smith|Jones|Patel|Osei|Whitlock|Nguyen|Garcia|Brown|Lee|Kowalski|Okafor|Haddad',
);
const places = split(
  'Milford|Danbury|Norwalk|Stratford|Hartford|Bristol|Westport|Derby|Ansonia|Shelton',
);
const days = split('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday');
const things = split(
  'flu shot|blood test|check-up|physical|vaccine|refill|referral|mammogram|X-ray|scan',
);
const praise = split(
  'kind|patient|thorough|friendly|gentle|attentive|careful|wonderful|professional',
);
const blame = split('rude|dismissive|rushed|cold|careless|unhelpful|impatient|confused|late');
const relatives = split('mother|father|son|daughter|husband|wife|grandmother|neighbor|sister');

/** What people write, with blanks; each opinion is put together from a few of these. */
const forms = split(
  'Dr. {person} was {praise} and took the time to explain my {thing}.|I waited {number} minutes for a {thing} and nobody said a word.|The front desk was {blame} when I asked about my {thing}.|My {relative} has been going to the {place} office for {number} years.|They called back on {day} with the results of my {thing}.|The nurse was {praise} with my {relative} and very {praise2}.|Billing charged us ${number} for a {thing} that was covered.|Nobody answers the phone at {place} before {number} in the morning.|I would not send my {relative} back there.|Parking in {place} is a nightmare on a {day}.|Dr. {person} seemed {blame} and never looked up from the screen.|The portal lost my {thing} and I had to start again.|We drove {number} miles to {place} only to hear that it was closed.|Everyone was {praise}, from the door to the doctor.|My {thing} was done in {number} minutes, in and out.|I felt {blame2} and nobody listened to my {relative}.|The waiting room was clean but the {thing} took forever.|After {number} visits they still ask for my insurance card.|A {praise} team, and I say that as somebody who hates doctors.|They found what two other offices had missed in my {relative}.|You can book a {thing} online now, which works well.|It took {number} calls to get one {thing}.|Dr. {person} retired and the new one is {blame}.|I left with more questions about my {thing} than I came with.',
);
/** Any of the first, then any of the second and so on: some 200,000 more sentences, as no two people write alike. */
const free = [
  'Honestly, I|In the end we|My cousin and I|The two of us|Last winter I|For once I|As a new patient I|Out of habit I|Since the move we|After the surgery I|During lunch we|Against my own advice I|Two weeks ago we|Before the holidays I',
  'asked for|had to wait on|came in about|got no answer on|were told of|paid for|was surprised by|kept hearing about|had a long talk on|gave up on|finally sorted out|wrote down|were shown|remembered',
  'the new tablets|a second opinion|the allergy plan|our travel shots|the knee brace|a sleep study|the insulin pump|her hearing test|the asthma inhaler|a better diet|the old records|that strange rash|a school form|the night cough|his blood pressure|the iron drops',
  'and it went well|but nobody knew|without any fuss|which took all day|and left happier than before|so we will be back|though the line was long|and I am still annoyed|as if it were nothing|with a smile|and then the lights went out|because the system was down|right there at the desk|after some back and forth|and that was that|before anyone else came in',
].map(split);
const shorts = split(
  'Great doctor, highly recommend!|Very kind staff.|Terrible service.|Best office in town.|Love this place.|Never again.',
);
const notices = split(
  'Walk-in {thing} clinic this {day} at the {place} office from {number} to 16, no appointment needed, bring your insurance card and a list of medicines.|Our {place} office is closed on {day} for staff training; please call the main line and ask for Dr. {person} if it is urgent.|{place} health department confirms {number} new cases of measles, officials say, and asks parents to check vaccination records this week.',
);

export const aMonth = (size: number, seed = 7): Month => {
  const next = chance(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] ?? (of[0] as T);
  const blanks: Record<string, () => string> = {
    person: () => one(people),
    place: () => one(places),
    day: () => one(days),
    thing: () => one(things),
    relative: () => one(relatives),
    praise: () => one(praise),
    praise2: () => one(praise),
    blame: () => one(blame),
    blame2: () => one(blame),
    number: () => String(2 + Math.floor(next() * 88)),
  };
  const fill = (form: string) =>
    form.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name]?.() ?? '');
  const start = Date.UTC(2026, 9, 20);
  const mentions: Mention[] = [];
  const repeats = new Map<string, string>();
  const said = new Set<string>();
  const add = (mention: Omit<Mention, 'id' | 'seenAt' | 'alsoIn'>, repeated?: Mention) => {
    const id = mentionId(`m${mentions.length}`);
    said.add(mention.text);
    mentions.push({ ...mention, id, seenAt: mention.publishedAt, alsoIn: [] });
    if (repeated) repeats.set(id, repeated.id);
  };
  const moment = () => new Date(start + next() * 30 * 86_400_000).toISOString();
  const soonAfter = (at: string) =>
    new Date(Date.parse(at) + next() * 3 * 86_400_000).toISOString();
  const author = () => `${one(['Ana', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'])} ${one(people)}`;

  const opinion = () => {
    const sentence = () => (next() < 0.3 ? fill(one(forms)) : `${free.map(one).join(' ')}.`);
    const text = Array.from({ length: 2 + Math.floor(next() * 5) }, sentence).join(' ');
    add({
      source: one(['wall', 'maps', 'stars']),
      kind: 'review',
      text,
      author: author(),
      rating: 1 + Math.floor(next() * 5),
      publishedAt: moment(),
    });
  };
  /** The same words again, as another network shows them. */
  const repeat = (of: Mention) => {
    const words = of.text.split(' ');
    const shown: readonly (() => string)[] = [
      () => of.text,
      () => of.text.toUpperCase(),
      () => of.text.replaceAll('. ', '.\n\n').replaceAll("'", '’'),
      () => `${words.slice(0, Math.max(14, Math.floor(words.length * 0.6))).join(' ')}… read more`,
      () => `RT @${of.source}: ${of.text}`,
      () => `${of.text} Posted via the ${of.source} app`,
      () =>
        words
          .map(word => (next() < 0.03 && /^[a-z]+$/.test(word) ? `${word}, really,` : word))
          .join(' '),
      () => of.text.replace(/\b(very|more|still|only|new)\b ?/g, ''),
    ];
    const signed =
      next() < 0.6
        ? of.author
        : `${(of.author ?? '').slice(0, 3).toLowerCase()}${Math.floor(next() * 99)}`;
    const { id: _, seenAt: __, alsoIn: ___, author: ____, ...rest } = of;
    const source = `copy-of-${of.source}`;
    add(
      {
        ...rest,
        text: one(shown)(),
        source,
        publishedAt: soonAfter(of.publishedAt),
        ...(signed && { author: signed }),
      },
      of,
    );
  };
  /** Looks alike, and is another: the same form for another person, place, number or day; the same few words by another. */
  const namesake = (of: Mention) => {
    const { id: _, seenAt: __, alsoIn: ___, ...rest } = of;
    const swap = (all: readonly string[]) => (text: string) => {
      const found = all.find(word => text.includes(word));
      return found ? text.replaceAll(found, one(all.filter(word => word !== found))) : text;
    };
    const other = one([swap(people), swap(places), swap(days)])(of.text).replace(/\d+/g, number =>
      String(Number(number) + 1 + Math.floor(next() * 7)),
    );
    if (!said.has(other))
      add({
        ...rest,
        text: other,
        source: `other-${of.source}`,
        publishedAt: soonAfter(of.publishedAt),
      });
  };
  const notice = () => {
    const text = fill(one(notices));
    if (!said.has(text)) add({ source: 'town', kind: 'post', text, publishedAt: moment() });
  };
  const short = () =>
    add({
      source: one(['wall', 'maps']),
      kind: 'review',
      text: one(shorts),
      author: author(),
      rating: 5,
      publishedAt: moment(),
    });

  while (mentions.length < size) {
    const dice = next();
    const old = mentions[Math.floor(next() * mentions.length)];
    if (dice < 0.72 || !old) opinion();
    else if (dice < 0.76) notice();
    else if (dice < 0.8) short();
    else if (repeats.has(old.id) || old.source.startsWith('other-') || old.text.length < 60)
      continue;
    else if (dice < 0.93) repeat(old);
    else namesake(old);
  }
  return {
    mentions: mentions.toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1)),
    repeats,
  };
};
