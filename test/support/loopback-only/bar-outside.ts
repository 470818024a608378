import dns from 'node:dns'
import dnsPromises from 'node:dns/promises'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { networkInterfaces } from 'node:os'

type Arguments = readonly unknown[]

const here = new net.BlockList()
here.addSubnet('127.0.0.0', 8, 'ipv4')
here.addAddress('::1', 'ipv6')
// Whoever connects to no address in particular comes to this machine.
here.addAddress('0.0.0.0', 'ipv4')
here.addAddress('::', 'ipv6')
// What this machine is reached at by others is no way out of it.
for (const { address, family } of Object.values(networkInterfaces()).flatMap((all) => all ?? []))
  here.addAddress(address, family === 'IPv6' ? 'ipv6' : 'ipv4')

/**
 * Bars every way out of this machine in the process that calls it: no name but localhost is looked up, and sockets connect to
 * it and to sockets of the file system only. `told` is told each host that something wanted to reach.
 */
export function barOutside(told: (host: string) => void): void {
  const refuse = (host: string) => {
    told(host)
    return Object.assign(new Error(`only loopback is reached from here, not ${host}`), { code: 'EACCES' })
  }

  const { prototype } = net.Socket
  const connect = prototype.connect as (...args: Arguments) => net.Socket
  prototype.connect = function (this: net.Socket, ...args: Arguments) {
    const host = hostOf(args)
    if (host === null || isHere(host)) return connect.call(this, ...args)
    const fault = refuse(host)
    // As a connection that fails, when whoever wanted it listens.
    setImmediate(() => this.destroy(fault))
    return this
  } as typeof prototype.connect

  const lookUp = dns.lookup as (...args: Arguments) => void
  dns.lookup = ((host: string, ...rest: Arguments) => {
    if (isHere(host) || net.isIP(host) !== 0) return lookUp(host, ...rest)
    process.nextTick(rest.at(-1) as (fault: Error) => void, refuse(host))
  }) as typeof dns.lookup

  const lookUpSoon = dnsPromises.lookup as (...args: Arguments) => Promise<unknown>
  dnsPromises.lookup = (async (host: string, ...rest: Arguments) => {
    if (isHere(host) || net.isIP(host) !== 0) return await lookUpSoon(host, ...rest)
    throw refuse(host)
  }) as typeof dnsPromises.lookup

  // What is imported by name is the patched one too.
  syncBuiltinESMExports()
}

function isHere(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/gu, '')
  return name === 'localhost' || (net.isIP(name) !== 0 && here.check(name, net.isIPv6(name) ? 'ipv6' : 'ipv4'))
}

/** The host that the arguments of `connect` name, in whichever form they come; null for a socket of the file system. */
function hostOf(args: Arguments): string | null {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as net.TcpNetConnectOpts & Partial<net.IpcNetConnectOpts>
    return path === undefined || path === null ? (host ?? 'localhost') : null
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return null
  return typeof second === 'string' ? second : 'localhost'
}
