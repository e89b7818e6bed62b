/** The address as a URL when it is http or https, else undefined; relative ones are read against `base`. */
export const httpUrl = (address: string, base?: string): URL | undefined => {
  const url = parsed(address, base);
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  return isHttp && url.hostname !== '' ? url : undefined;
};

const parsed = (address: string, base: string | undefined): URL | undefined => {
  try {
    return new URL(address, base);
  } catch {
    // No address at all. Asking URL.canParse first would read every good one twice.
    return undefined;
  }
};
