/** The address as a URL when it is http or https, else undefined; relative ones are read against `base`. */
export const httpUrl = (address: string, base?: string): URL | undefined => {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== ''
    ? url
    : undefined;
};
