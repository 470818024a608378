import { isLoopback } from './service-url.ts'

/** Where Teams keeps the files of its people: in SharePoint (microsoft-365/enterprise/urls-and-ip-address-ranges). */
const filesHost = '.sharepoint.com'

/**
 * Whether a file is fetched from an address, or put there: over https in Teams' own store, or on this machine itself where the
 * service is there too.
 */
export function isFileAddress(address: string, services: readonly string[]): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  if (url.protocol === 'https:' && url.port === '' && url.hostname.endsWith(filesHost)) return true
  return services.some((service) => {
    const base = URL.parse(service)
    return base !== null && isLoopback(base.hostname) && base.origin === url.origin
  })
}
