/** What each kind of source brings and which options it takes, in a line of help; `url` is the base address, for mirrors and proxies too. */
export const kindLines = {
  feed: 'a feed (RSS, Atom or JSON Feed, Google Alerts too): url, http(s) or file:',
  page: 'a web page that offers a feed: url of the page',
  folder:
    'exports put into a folder (CSV, JSON, Takeout, mails): url as file:inbox; as, dates (day-first)',
  'google-news': 'Google News search: query, language (en-US), country (US), days (7)',
  'bing-news': 'Bing News search: query, market (en-US)',
  reddit:
    'Reddit: subreddits and/or query; LISTEN_REDDIT_FEED and LISTEN_REDDIT_USER in the environment help',
  mastodon:
    'Mastodon: url of the instance, tag or account; token_from names a variable with a token for it',
  bluesky:
    'Bluesky: account, or query with LISTEN_BLUESKY_HANDLE and LISTEN_BLUESKY_PASSWORD (an app password)',
  'bluesky-stream':
    'all of Bluesky as it is written (Jetstream, no key; meant for listen watch, every = "1m"): words and/or authors (DIDs)',
  lemmy: 'Lemmy: url of the instance, community or query',
  'hacker-news': 'Hacker News search: query, tags ((story,comment))',
  'stack-exchange':
    'Stack Exchange: query, site (medicalsciences), tags; LISTEN_STACK_EXCHANGE_KEY raises the quota',
  youtube: 'YouTube: channel (UC…) or playlist',
  'who-outbreaks': 'Disease Outbreak News of the WHO: no options',
  openfda:
    'recalls of the FDA: product (drug, device or food), query; LISTEN_OPENFDA_KEY raises the quota',
  pubmed: 'PubMed search: query, days (30); LISTEN_NCBI_KEY raises the limit',
  'google-business':
    'reviews of your Google Business Profile: account, location; LISTEN_GOOGLE_TOKEN (OAuth, business.manage) or token_command, a list: the program that prints one and its arguments',
  facebook:
    'your Facebook page: page, what (ratings, visitor_posts or comments, with post or under all), version (v21.0); LISTEN_FACEBOOK_TOKEN',
  yelp: 'Yelp: business (id or alias); LISTEN_YELP_KEY (a trial grants 300 requests a day)',
} as const;

export type KindName = keyof typeof kindLines;
