import { mkdirSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { aShell, run } from './shell.ts';

const item = (id: number, title: string, words: string) =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>https://reviews.example/${id}</link>
   <pubDate>Fri, 20 Nov 2026 0${id}:00:00 GMT</pubDate><author>visitor${id}@mail.example (Visitor ${id})</author>
   <description>${words}</description></item>`;

const wall = `<rss version="2.0"><channel><title>Wall</title>
${item(1, 'Two hours', 'We waited two hours and then the receptionist was rude to us.')}
${item(2, 'Lovely', 'Dr. Osei listened to every question. Wonderful, caring office!')}
${item(3, '=HYPERLINK(1)', 'My chest hurts right now and I cannot breathe, what should I do?')}
</channel></rss>`;

/** A practice with one feed of three reviews: a long wait, a warm word, somebody in danger. Runs commands in its folder. */
export const anOffice = () => {
  const { folder } = aShell();
  mkdirSync(join(folder, 'feeds'));
  writeFileSync(join(folder, 'feeds', 'wall.xml'), wall);
  writeFileSync(
    join(folder, 'listen.toml'),
    `[practice]
name = "Lakeside Family Medicine"
clinicians = ["Dr. Amara Osei"]
phone = "555-0134"
[store]
path = "kept"
[[source]]
id = "wall"
url = "file:feeds/wall.xml"
about = "practice"
items = "review"
`,
  );
  return {
    folder,
    listen: (...argv: readonly string[]) => run(argv, { cwd: folder }),
    lines: async (...argv: readonly string[]) => {
      const { out } = await run(argv, { cwd: folder });
      return out.split('\n').filter(line => line !== '');
    },
  };
};

let scanned: Promise<string> | undefined;

const scanOnce = async (): Promise<string> => {
  const { folder, listen } = anOffice();
  await listen('scan', '--quiet');
  return folder;
};

/** The same after a scan, which is done once and copied. */
export const aScannedOffice = async (): Promise<ReturnType<typeof anOffice>> => {
  const from = await (scanned ??= scanOnce());
  const office = anOffice();
  // The synchronous one leaves out who may read what, on Node 22 and later.
  await cp(join(from, 'kept'), join(office.folder, 'kept'), { recursive: true });
  return office;
};
