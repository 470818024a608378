import { createRequire } from 'node:module'
import type { Activity } from 'botbuilder'
import { afterEach, expect, it } from 'vitest'
import { openCloudAdapterApp } from '../../support/fake-teams/cloud-adapter-app.ts'

type Mapper = { type: { additionalProperties?: unknown } }
const fromBotbuilder = createRequire(createRequire(import.meta.url).resolve('botbuilder'))
const { Entity } = fromBotbuilder('botframework-connector/lib/connectorApi/models/mappers') as { Entity: Mapper }
const asItComes = Entity.type.additionalProperties

afterEach(() => {
  if (asItComes === undefined) delete Entity.type.additionalProperties
})

const entity = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
}

async function sendEntity() {
  await using app = await openCloudAdapterApp(async (context) => {
    await context.sendActivity({ type: 'message', text: '回答', entities: [entity] } as Partial<Activity>)
  })
  const { teams } = app
  await teams.say(teams.addUser({ name: '佐藤' }), 'personal', '質問')
  const { body } = teams.calls.find(({ method }) => method === 'POST') ?? {}
  return { entities: (body as { entities: unknown }).entities, faults: teams.faults.length }
}

it('shows what 4.23.3 does to entities: their fields leave only where the mapper lets others pass', async () => {
  const dropped = await sendEntity()
  Entity.type.additionalProperties ??= { type: { name: 'Object' } }
  const kept = await sendEntity()

  expect(dropped).toMatchObject({ entities: [{ type: 'https://schema.org/Message' }] })
  expect(JSON.stringify(dropped.entities)).not.toContain('AIGeneratedContent')
  expect(dropped.faults).toBeGreaterThan(0)
  expect(kept).toEqual({ entities: [entity], faults: 0 })
})
