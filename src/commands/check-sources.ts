import type { Config } from '../config/config.ts';
import { place } from '../config/explain.ts';
import { readToml } from '../config/load.ts';
import { UserError } from '../core/user-error.ts';
import { complaintAbout } from '../sources/kinds.ts';
import type { Workspace } from './workspace.ts';

/** Throws a `UserError` that names the sources that cannot work as they are written, a line each. */
export const checkSources = ({ config, configFile }: Workspace): void => {
  if (config === undefined || configFile === undefined) return;
  const complaints = complaintsAbout(config, readToml(configFile), configFile);
  if (complaints.length > 0)
    throw new UserError(complaints.map(({ sentence }) => sentence).join('\n'));
};

/** A source of a configuration that cannot work as it is written, and why, with file and line. */
export type Complaint = { readonly id: string; readonly sentence: string };

/** What only the kinds of sources know: that there is no such kind, or that it needs an address or other options. */
export const complaintsAbout = (
  { sources }: Config,
  toml: string,
  file: string,
): readonly Complaint[] =>
  sources.flatMap((source, index) => {
    const complaint = complaintAbout(source);
    if (complaint === undefined) return [];
    const at = place(toml, file, ['source', String(index)]);
    return [{ id: source.id, sentence: `${at}: source "${source.id}": ${asSentence(complaint)}` }];
  });

const asSentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);
