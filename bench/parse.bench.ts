// How fast feeds are read and cleaned: 200 generated feeds of 50 items with about 200 words of HTML each, 21 MB.
// Fresh process: `npm run bench -- parse`. The first round includes compiling; the baseline is 0.8 s of CPU for it.
import { readFeed } from '../src/parse/feed.ts';
import { aFeedOf } from './generated-feeds.ts';

const feeds = Array.from({ length: 200 }, (_, index) => new TextEncoder().encode(aFeedOf(index)));
const megabytes = feeds.reduce((sum, feed) => sum + feed.length, 0) / 1e6;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

for (let round = 1; round <= 5; round++) {
  const before = cpu();
  let entries = 0;
  let characters = 0;
  for (const feed of feeds)
    for (const entry of readFeed(feed, { url: 'https://feed.example/' }).entries) {
      entries++;
      characters += entry.text.length;
    }
  const seconds = cpu() - before;
  console.log(
    `round ${round}: ${megabytes.toFixed(1)} MB, ${entries} items, ${(characters / 1e6).toFixed(1)} M characters of text` +
      ` in ${seconds.toFixed(2)} s of CPU: ${(megabytes / seconds).toFixed(0)} MB/s`,
  );
}
