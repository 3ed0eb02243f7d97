import { BlockList, isIP } from 'node:net';

const privateIpv4 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, what is reserved, and broadcast.
  ['224.0.0.0', 3],
] as const)
  privateIpv4.addSubnet(network, bits, 'ipv4');

/** The only part of IPv6 that the internet routes: mapped and translated IPv4, ULA, link-local and multicast lie outside it. */
const globalIpv6 = new BlockList();
globalIpv6.addSubnet('2000::', 3, 'ipv6');
const reservedIpv6 = new BlockList();
for (const [network, bits] of [
  // Protocol assignments, Teredo among them: it wraps IPv4 addresses.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 wraps IPv4 addresses too.
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  reservedIpv6.addSubnet(network, bits, 'ipv6');

/** Is this IP address one that others on the internet cannot be reached at? What is no IP address counts as one. */
export const isPrivateAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return privateIpv4.check(address, 'ipv4');
    case 6: {
      if (address.includes('%')) return true;
      return !globalIpv6.check(address, 'ipv6') || reservedIpv6.check(address, 'ipv6');
    }
    default:
      return true;
  }
};
