import type { Source } from '../core/source.ts';

/** What the set-up asks; everything but the name may be left out. */
export type Answers = {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly clinicians?: readonly string[];
  readonly place?: string;
  readonly phone?: string;
  readonly hours?: string;
  readonly timezone?: string;
  readonly minutesPerWeek?: number;
  readonly sources?: readonly (Pick<Source, 'id' | 'url' | 'about'> &
    Partial<Pick<Source, 'name' | 'items'>>)[];
};

/** The commented `listen.toml` for these answers; what is not answered stands there as a comment to fill in. */
export const renderConfig = (answers: Answers): string => {
  const sources = answers.sources ?? [];
  return `# What "listen" knows of your practice. Lines that begin with # are comments.
# "listen doctor" says whether this file is right; "listen sources add URL" adds to the end of it.

[practice]
name = ${quote(answers.name)}
# Other names people use for it, so that mentions of them are found.
aliases = ${list(answers.aliases)}
# Who works there, as patients write it.
clinicians = ${list(answers.clinicians)}
# Town and state tell namesakes elsewhere apart.
${line('place', answers.place, 'Milford, Connecticut')}
# Replies refer people to this number.
${line('phone', answers.phone, '555-0134')}

[office]
hours = ${quote(answers.hours ?? 'Mon-Fri 08:00-17:00')}
timezone = ${quote(answers.timezone ?? 'America/New_York')}
# holidays = ["2026-12-25"]
# How much time a week replies may take. "listen" warns before you promise more answers than that.
minutes_per_week = ${answers.minutesPerWeek ?? 240}

[store]
# Everything stays on this machine, in this folder beside this file.
path = "listen-store"

[network]
# Let sources on this machine and its own network through. Leave it off unless you run such a source.
allow_private = false

# A source is a place to listen to. "about" is "practice" when it speaks of you, else "topic".
# "items" says what it brings: review, comment, post, question or headline.
${sources.length === 0 ? sourceExample : sources.map(rendered).join('\n')}`;
};

const sourceExample = `# [[source]]
# id = "reviews"
# kind = "feed"
# url = "https://example.org/feed.xml"
# about = "practice"
# items = "review"
# every = "30m"
`;

const rendered = ({ id, url, name, about, items }: NonNullable<Answers['sources']>[number]) =>
  [
    '[[source]]',
    `id = ${quote(id)}`,
    'kind = "feed"',
    ...(url === undefined ? [] : [`url = ${quote(url)}`]),
    ...(name === undefined ? [] : [`name = ${quote(name)}`]),
    `about = ${quote(about)}`,
    ...(items === undefined ? [] : [`items = ${quote(items)}`]),
    'every = "30m"',
    '',
  ].join('\n');

const line = (key: string, value: string | undefined, sample: string) =>
  value === undefined || value === '' ? `# ${key} = ${quote(sample)}` : `${key} = ${quote(value)}`;

const list = (values: readonly string[] = []) => `[${values.map(quote).join(', ')}]`;

/** A TOML basic string: JSON's escapes are TOML's too, but for the solidus, which JSON never writes. */
const quote = (text: string) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');
