import { expect, it } from 'vitest'
import { inertOptions } from '../../../src/platforms/slack/inert-options.ts'

it.each(['chat.postMessage', 'chat.update'] as const)('%s reads no names and links into a text', (method) => {
  expect(inertOptions[method]).toMatchObject({ parse: 'none', link_names: false })
})

it('a new post is followed by no previews, and its text is no markup', () => {
  expect(inertOptions['chat.postMessage']).toMatchObject({ mrkdwn: false, unfurl_links: false, unfurl_media: false })
})
