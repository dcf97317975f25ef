import { lookup } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';
import { ChannelFailure } from './notification-channel.js';

/** Of the special-purpose addresses that IANA lists: this machine, private networks, and whatever is no one host. */
const INSIDE = blockListOf([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  /* Within the part of IPv6 that is given out: what stands for an address of IPv4, and examples. */
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
]);
const GIVEN_OUT = blockListOf(['2000::/3']);

/** Whether anybody on the Internet could call it. */
export function isPublic(address: string): boolean {
  if (!isIPv6(address)) return !INSIDE.check(address);
  return GIVEN_OUT.check(address, 'ipv6') && !INSIDE.check(address, 'ipv6');
}

/** A host that is written as an address is connected to without a lookup. */
export function refusePrivateLiteral({ hostname }: URL): void {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) > 0 && !isPublic(host)) throw refusal(host);
}

/** Looks a name up for a connection, which is made to what this answers: nobody can answer otherwise in between. */
export const lookupPublic: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first, ...others] = error ? [] : addresses.filter(({ address }) => isPublic(address));
    if (!first) answer(error ?? refusal(hostname), []);
    else if (options.all) answer(null, [first, ...others]);
    else answer(null, first.address, first.family);
  });
};

function refusal(host: string): ChannelFailure {
  return new ChannelFailure('refused', `${host} is no public address.`);
}

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}
