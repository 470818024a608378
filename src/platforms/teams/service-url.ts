/** Whether a service's address begins with one that is allowed, and is https but on this machine itself. */
export function isServiceAllowed(url: string, allowed: readonly string[]): boolean {
  const parsed = URL.parse(url)
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false
  if (parsed.protocol !== 'https:' && !isLoopback(parsed.hostname)) return false
  return allowed.some((one) => {
    const base = URL.parse(one)
    if (base === null || !parsed.pathname.startsWith(base.pathname)) return false
    // On this machine a client listens wherever it likes.
    const anyPort = isLoopback(base.hostname) && base.port === '' && base.hostname === parsed.hostname
    return base.origin === parsed.origin || anyPort
  })
}

/** Whether a host is this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/u.test(host)
}
