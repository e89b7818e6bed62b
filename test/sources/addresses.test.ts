import { expect, test } from 'vitest';
import { isPrivateHost, isPublicAddress, isReachable } from '../../src/sources/addresses.ts';

test.each([
  ['loopback', '127.0.0.1'],
  ['loopback, another', '127.255.255.254'],
  ['this host', '0.0.0.0'],
  ['a home network', '192.168.1.1'],
  ['an office network', '10.20.30.40'],
  ['a container network', '172.17.0.1'],
  ['carrier-grade NAT, and Alibaba metadata', '100.100.100.200'],
  ['link-local, and cloud metadata', '169.254.169.254'],
  ['Azure metadata', '168.63.129.16'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['a documentation network', '203.0.113.9'],
  ['IPv6 loopback', '::1'],
  ['IPv6 loopback in brackets', '[::1]'],
  ['IPv6 nowhere', '::'],
  ['IPv6 link-local', 'fe80::1'],
  ['IPv6 unique local, and AWS metadata', 'fd00:ec2::254'],
  ['IPv6 site-local, out of use', 'fec0::1'],
  ['IPv4 mapped into IPv6', '::ffff:127.0.0.1'],
  ['IPv4 mapped, in hexadecimal', '::ffff:7f00:1'],
  ['IPv4-compatible, out of use', '::127.0.0.1'],
  ['IPv4 translated', '64:ff9b::a00:1'],
  ['IPv4 tunnelled by 6to4', '2002:7f00:1::'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['no address at all', 'example.org'],
])('%s (%s) is not a public address', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['93.184.216.34', '1.1.1.1', '2606:4700::1111', '::ffff:1.1.1.1'])(
  '%s is a public address',
  address => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each(['http://2130706433/', 'http://0x7f.1/', 'http://017700000001/', 'http://127.1/'])(
  'the URL %s does not hide loopback',
  url => {
    expect(isPublicAddress(new URL(url).hostname)).toBe(false);
  },
);

test('hosts of one’s own network are told by their names', () => {
  expect(['localhost', 'nas.local', 'feeds.lan', '10.0.0.7'].every(isPrivateHost)).toBe(true);
  expect(['example.org', 'localhost.example.org', '1.1.1.1'].some(isPrivateHost)).toBe(false);
});

test.each(['127.0.0.1', '192.168.1.1', '::1', '1.1.1.1', 'fd00::1'])(
  '%s may be asked where private addresses are allowed',
  address => {
    expect(isReachable(address, true)).toBe(true);
  },
);

test.each([
  '169.254.169.254',
  'fe80::1',
  '168.63.129.16',
  '100.100.100.200',
  'fd00:ec2::254',
  '::ffff:169.254.169.254',
])('%s is never asked', address => {
  expect(isReachable(address, true)).toBe(false);
  expect(isReachable(address, false)).toBe(false);
});
