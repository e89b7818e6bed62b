/** Parameters under which feeds and APIs take a secret; `feed` is where Reddit puts the one of a private feed. */
const secretParameter =
  /^(?:feed|token|key|secret|password|pass|auth|sig|signature|hash)$|(?:_|-)(?:token|key|secret)$|^(?:api|app|access)(?:key|token)$/i;

/** The address as it may be shown: without user, password and keys. */
export const bareUrl = (address: string): string => {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const secret = [...url.searchParams.keys()].filter(name => secretParameter.test(name));
  if (url.username === '' && url.password === '' && secret.length === 0) return address;
  url.username = '';
  url.password = '';
  for (const name of secret) url.searchParams.set(name, '…');
  return url.href;
};
