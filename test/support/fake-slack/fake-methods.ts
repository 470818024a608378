import { type WebMethod, webMethods } from '../../../src/platforms/slack/web-methods.ts'

/**
 * The methods that the fake knows: those that the app names, the one that opens Socket Mode, and `views.push`. A method
 * that the app names and the fake lacks does not compile.
 */
export type FakeMethod = WebMethod | 'apps.connections.open' | 'views.push'

/** The methods that the app says it calls; another is a fault even where the fake could answer it. */
export function isNamedMethod(method: string): method is WebMethod | 'apps.connections.open' {
  return method === 'apps.connections.open' || Object.hasOwn(webMethods, method)
}

/** Every scope that the app's methods need, for a bot that was installed as it asks. */
export const allScopes: readonly string[] = [
  ...new Set<string>([
    'app_mentions:read',
    'commands',
    'channels:read',
    'groups:read',
    ...Object.values(webMethods).flat(),
  ]),
].sort()
