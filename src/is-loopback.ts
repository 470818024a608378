/** Whether a host is this machine itself, by its name or address as a person writes it, or as `URL` does. */
export function isLoopback(host: string): boolean {
  return /^(?:127(?:\.\d{1,3}){3}|localhost|::1|\[::1\])$/u.test(host)
}
