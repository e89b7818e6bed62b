import { realpath, stat } from 'node:fs/promises';
import { writeAtomically } from '../atomic-file.ts';
import { addSources, removeSource } from '../config/edit.ts';
import type { SourceFields } from '../config/edit.ts';
import { readConfig, readToml } from '../config/load.ts';
import { UserError } from '../core/user-error.ts';
import { readProposed } from './proposed-config.ts';
import type { Workspace } from './workspace.ts';

/** Adds sources to the configuration file, which is written only when they can work. */
export const addToConfig = async (
  workspace: Workspace,
  sources: readonly SourceFields[],
): Promise<void> => {
  const file = fileOf(workspace);
  const toml = addSources(readToml(file), sources);
  readProposed(toml, file);
  await replace(file, toml);
};

/** Takes a source out of the configuration file; refuses when that would change anything else. */
export const removeFromConfig = async (workspace: Workspace, id: string): Promise<void> => {
  const file = fileOf(workspace);
  const before = readConfig(readToml(file), file);
  const toml = removeSource(readToml(file), id);
  const wanted = { ...before, sources: before.sources.filter(source => source.id !== id) };
  if (toml === undefined || JSON.stringify(readConfig(toml, file)) !== JSON.stringify(wanted))
    throw new UserError(
      `${file} is written in a way that cannot be edited safely; take "${id}" out by hand.`,
    );
  await replace(file, toml);
};

const fileOf = ({ configFile }: Workspace): string => {
  if (configFile !== undefined) return configFile;
  throw new UserError('There is no configuration yet; run "listen init" first.');
};

const replace = async (file: string, toml: string): Promise<void> => {
  const real = await realpath(file);
  const { mode } = await stat(real);
  await writeAtomically(real, [toml], mode & 0o777);
};
