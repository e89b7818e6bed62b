import { lookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address inside somebody's network, which no feed has any business to name. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** Whether an IP address (v4 or v6, brackets allowed) belongs to the open internet, and not to this machine, a private network or cloud metadata. */
export const isPublicAddress = (address: string): boolean => {
  const parsed = parsedAddress(address);
  if (parsed === undefined || isMetadata(parsed)) return false;
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(globalUnicast));
};

/** Whether an address may be asked at all: where clouds tell their machines secrets there is no feed, whatever is allowed. */
export const isReachable = (address: string, allowPrivate: boolean): boolean => {
  if (!allowPrivate) return isPublicAddress(address);
  const parsed = parsedAddress(address);
  return parsed !== undefined && !isMetadata(parsed);
};

const parsedAddress = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined => {
  const bare = address.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(bare)) return undefined;
  const parsed = ipaddr.parse(bare);
  return parsed instanceof ipaddr.IPv4 ? parsed : (v4Inside(parsed) ?? parsed);
};

const isMetadata = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address.range() === 'linkLocal' || metadata.includes(address.toString());

/** Azure answers on a public address from inside its machines, Alibaba and AWS on private ones; the others on link-local ones. */
const metadata: readonly string[] = ['168.63.129.16', '100.100.100.200', 'fd00:ec2::254'];

/** RFC 4291: all that is routed on the internet today. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/** The IPv4 address that a mapping, translating or tunnelling IPv6 address leads to. */
const v4Inside = (address: ipaddr.IPv6): ipaddr.IPv4 | undefined => {
  const bytes = address.toByteArray();
  switch (address.range()) {
    case 'ipv4Mapped':
      return address.toIPv4Address();
    case 'rfc6052':
      return new ipaddr.IPv4(bytes.slice(12));
    case '6to4':
      return new ipaddr.IPv4(bytes.slice(2, 6));
    default:
      return undefined;
  }
};

/** Whether a URL's host is written as an IP address; `URL` has already turned 2130706433 and 0x7f.1 into dotted form. */
export const isAddress = (hostname: string): boolean =>
  ipaddr.isValid(hostname.replace(/^\[|\]$/g, ''));

/** Whether a host is this machine or in its network, as far as its name tells. */
export const isPrivateHost = (hostname: string): boolean =>
  isAddress(hostname)
    ? !isPublicAddress(hostname)
    : /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)\.?$/i.test(hostname);

/** DNS look-up that yields only addresses that may be asked: what is checked here is what is connected to, so a second answer changes nothing. */
export const guardedLookup =
  (allowPrivate: boolean): LookupFunction =>
  (hostname, options, callback) => {
    const wanted: LookupOptions = { ...options, all: true };
    lookup(hostname, wanted, (error, found) => {
      if (error) return callback(error, '', 0);
      const open = ([found].flat() as LookupAddress[]).filter(({ address }) =>
        isReachable(address, allowPrivate),
      );
      const [first] = open;
      if (first === undefined) return callback(new PrivateAddress(hostname), '', 0);
      if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };

/**
 * Rejects with `PrivateAddress` for a name that leads into a private network, as far as we can look it up: behind a
 * proxy, names of the internet are often only known to the proxy.
 */
export const refusePrivate = (hostname: string): Promise<void> =>
  new Promise((resolve, reject) => {
    if (isPrivateHost(hostname)) return reject(new PrivateAddress(hostname));
    if (isAddress(hostname)) return resolve();
    guardedLookup(false)(hostname, { all: true }, error =>
      error instanceof PrivateAddress ? reject(error) : resolve(),
    );
  });
