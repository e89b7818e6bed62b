import { readToml } from '../config/load.ts';
import { exitCodes } from '../core/user-error.ts';
import { faultOf } from '../log.ts';
import { complaintsAbout } from './check-sources.ts';
import { hoursCheck, knowledgeChecks, lockChecks } from './doctor-checks.ts';
import type { Finding } from './doctor-checks.ts';
import { storeChecks } from './doctor-store.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';
import { openWorkspace } from './workspace.ts';
import type { Globals, Workspace } from './workspace.ts';

/** `listen doctor`: one line a check; exit code 1 when something needs mending, 2 when the configuration is wrong. */
export const doctor = async (
  options: Globals & { readonly json?: true },
  shell: Shell,
): Promise<number> => {
  const workspace = openWorkspace(shell, options);
  const findings = [
    program(),
    configuration(workspace),
    ...sources(workspace),
    ...hoursCheck(workspace, shell.now()),
    ...(await knowledgeChecks(workspace, shell)),
    ...(await lockChecks(workspace, shell.now())),
    ...(await storeChecks(workspace, shell)),
    terminal(shell),
    log(shell),
  ];
  for (const found of findings)
    shell.stdout.write(options.json ? `${JSON.stringify(found)}\n` : described(found));
  return findings.every(found => found.ok) ? exitCodes.done : exitCodes.failed;
};

const described = ({ check, ok, finding, remedy }: Finding) =>
  `${ok ? 'ok  ' : 'MEND'}  ${check.padEnd(13)}  ${finding}${remedy === undefined ? '' : ` ${remedy}`}\n`;

const oldestNode = [20, 19] as const;

const program = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return {
    check: 'program',
    ok,
    finding: `listen ${version} on Node ${process.versions.node}.`,
    ...(ok ? {} : { remedy: `Node ${oldestNode.join('.')} or newer is needed.` }),
  };
};

const configuration = ({ config, configFile = '' }: Workspace): Finding =>
  config
    ? { check: 'configuration', ok: true, finding: `${configFile}, ${config.practice.name}.` }
    : {
        check: 'configuration',
        ok: false,
        finding: 'There is none.',
        remedy: 'Run "listen init" to set up your practice.',
      };

const sources = ({ config, configFile }: Workspace): readonly Finding[] => {
  if (config === undefined || configFile === undefined) return [];
  const { sources: all, practice } = config;
  const enabled = all.filter(source => source.enabled).length;
  const complaints = complaintsAbout(config, readToml(configFile), configFile);
  return [
    ...complaints.map(({ sentence }) => ({ check: 'source', ok: false, finding: sentence })),
    {
      check: 'sources',
      ok: enabled > 0,
      finding: `${enabled} of ${all.length} switched on.`,
      ...(enabled > 0 ? {} : { remedy: 'Add one with "listen sources add URL".' }),
    },
    ...(practice.phone === undefined && practice.email === undefined
      ? [
          {
            check: 'practice',
            ok: false,
            finding: 'There is no phone number or e-mail address to refer people to.',
            remedy: 'Write phone under [practice].',
          },
        ]
      : []),
  ];
};

const terminal = ({ stdout, env }: Shell): Finding => ({
  check: 'terminal',
  ok: true,
  finding: stdout.isTTY
    ? `${stdout.columns ?? '?'} columns, TERM=${env['TERM'] ?? 'unset'}${env['NO_COLOR'] ? ', without colour' : ''}.`
    : 'Output goes to a file or another program.',
});

const log = ({ env }: Shell): Finding => {
  const file = env['LISTEN_LOG_FILE'];
  const check = 'log';
  if (file === undefined)
    return { check, ok: true, finding: 'Off; LISTEN_LOG_FILE=path switches it on.' };
  const fault = faultOf(file);
  if (fault === undefined) return { check, ok: true, finding: file };
  return {
    check,
    ok: false,
    finding: `${file} cannot be written (${fault}).`,
    remedy: 'Name another in LISTEN_LOG_FILE.',
  };
};
