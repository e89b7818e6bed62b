// How long screening a draft of 400 words takes: the labelled drafts strung together. A person types meanwhile, so the
// limit is 5 ms. Run `npm run bench -- screen`; the first rounds include compiling and are not counted.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { shippedPolicy } from '../src/commands/policy.ts';
import { screen } from '../src/reply/screen.ts';

const policy = await shippedPolicy(pathToFileURL(`${process.cwd()}/`));

const words = readFileSync('test/fixtures/reply/drafts.jsonl', 'utf8')
  .trim()
  .split('\n')
  .flatMap(line => String(JSON.parse(line).draft).split(/\s+/));
const drafts = Array.from({ length: Math.floor(words.length / 400) }, (_, at) =>
  words.slice(at * 400, at * 400 + 400).join(' '),
);
const mention = { text: 'Waited two hours with my migraine, should I change my pills?' };
const round = () => drafts.forEach(draft => screen(draft, { policy, mention }));

for (let warm = 0; warm < 5; warm++) round();
const times: number[] = [];
const before = process.cpuUsage();
for (let again = 0; again < 10; again++)
  for (const draft of drafts) {
    const start = performance.now();
    screen(draft, { policy, mention });
    times.push(performance.now() - start);
  }
const { user, system } = process.cpuUsage(before);
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
console.log(
  `${times.length} drafts of 400 words: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, ` +
    `${((user + system) / 1000 / times.length).toFixed(2)} ms of CPU each`,
);
