/** Whether a service's address begins with one that is allowed, and is https but on this machine itself. */
export function isServiceAllowed(url: string, allowed: readonly string[]): boolean {
  const parsed = URL.parse(url)
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false
  if (parsed.search !== '' || parsed.hash !== '') return false
  if (parsed.protocol !== 'https:' && !isLoopback(parsed.hostname)) return false
  return allowed.some((one) => {
    const base = URL.parse(one)
    return base !== null && isSameOrigin(base, parsed) && parsed.pathname.startsWith(base.pathname)
  })
}

/** This machine itself, where no port of it is named, is meant with every one of its ports. */
function isSameOrigin(base: URL, url: URL): boolean {
  if (base.port !== '' || !isLoopback(base.hostname)) return base.origin === url.origin
  return base.protocol === url.protocol && base.hostname === url.hostname
}

/** Whether a host is this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/u.test(host)
}
