import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/config.ts';
import { recordOf } from '../core/record.ts';
import { exitCodes } from '../core/user-error.ts';
import { scan } from '../scan/scan.ts';
import type { Looked } from '../sources/look.ts';
import type { Store } from '../store/store.ts';
import { workAt } from './at-work.ts';
import { openOutlook, scanDependencies } from './scanning.ts';
import type { Outlook } from './scanning.ts';
import { mentionLine } from './list.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';

/** `listen demo`: the sample feeds in a store that is thrown away; without a terminal, prints what would be on the screen. */
export const demo = async (shell: Shell): Promise<number> => {
  const file = fileURLToPath(new URL('feeds/demo/listen.toml', shell.root));
  const folder = await mkdtemp(join(tmpdir(), 'listen-demo-'));
  // What is bundled is not to be written into, so no file is named.
  const { configFile: _, ...opened } = openWorkspace(shell, { config: file });
  const workspace = { ...opened, storePlace: folder };
  const config = loadConfig(file);
  const outlook = await datedToday(config, openOutlook(config, shell), shell);
  try {
    return await withStore(workspace, shell, async store => {
      const dependencies = scanDependencies(workspace, config, outlook, store, shell);
      const { signal } = shell;
      for await (const _ of scan(dependencies, { signal, force: true, concurrency: 20 }));
      return shell.stdin.isTTY && shell.stdout.isTTY
        ? workAt(workspace, config, store, outlook, shell)
        : summary(store, shell);
    });
  } finally {
    outlook.close();
    await rm(folder, { recursive: true, force: true });
  }
};

const minute = 60_000;

/** The sample feeds with all dates moved by the same span, so that the newest item is a few minutes old. */
const datedToday = async (
  { sources }: Config,
  outlook: Outlook,
  { now, signal }: Shell,
): Promise<Outlook> => {
  const looks = sources.map(async source => {
    return [source.id, await outlook.look(source, undefined, signal)] as const;
  });
  const found = new Map(await Promise.all(looks));
  const times = [...found.values()].flatMap(looked =>
    looked.kind === 'entries' ? looked.entries.map(({ publishedAt = '' }) => publishedAt) : [],
  );
  const newest = Math.max(...times.map(Date.parse).filter(time => !Number.isNaN(time)));
  const shift = now().getTime() - 5 * minute - newest;
  return {
    look: async ({ id }) => moved(found.get(id), shift),
    judge: outlook.judge,
    take: outlook.take,
    close: outlook.close,
  };
};

const moved = (looked: Looked | undefined, shift: number): Looked => {
  if (looked?.kind !== 'entries') return looked ?? { kind: 'unchanged', notes: {} };
  const later = (time: string) => new Date(Date.parse(time) + shift).toISOString();
  return {
    ...looked,
    entries: looked.entries.map(entry => ({
      ...entry,
      ...(entry.publishedAt === undefined ? {} : { publishedAt: later(entry.publishedAt) }),
      ...(entry.updatedAt === undefined ? {} : { updatedAt: later(entry.updatedAt) }),
    })),
  };
};

const summary = async (store: Store, shell: Shell): Promise<number> => {
  const rows = await store.find(
    { kind: 'is', state: 'flagged' },
    {
      now: shell.now().getTime(),
      me: '',
    },
  );
  const top = rows.slice(0, 20).map(row => row.id);
  for (const kept of await store.mentions(top)) shell.stdout.write(mentionLine(recordOf(kept)));
  const { length } = await store.rows();
  shell.stderr.write(
    `${length} mentions on the sample feeds, ${rows.length} flagged. In a terminal this opens the workbench.\n`,
  );
  return exitCodes.done;
};
