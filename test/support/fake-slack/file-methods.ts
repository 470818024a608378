import { fileObject } from './file-object.ts'
import { addBotMessage, checkThread, refuse, roomToPost } from './message-methods.ts'
import type { MethodArgs } from './method-schemas.ts'
import type { Answer, FileThere, World } from './world.ts'

export function addFile(world: World, user: string, name: string, bytes: Buffer): FileThere {
  const file: FileThere = { id: world.newId('F'), name, title: name, user, length: bytes.length, bytes, channels: [] }
  world.files.set(file.id, file)
  return file
}

export function getUploadUrl(world: World, args: MethodArgs<'files.getUploadURLExternal'>): Answer {
  const { filename: name, length } = args
  const file: FileThere = { id: world.newId('F'), name, title: name, user: world.botUserId, length, channels: [] }
  world.files.set(file.id, file)
  return { ok: true, upload_url: `${world.base}/upload/v1/${file.id}`, file_id: file.id }
}

export function completeUpload(world: World, args: MethodArgs<'files.completeUploadExternal'>): Answer {
  const shared: FileThere[] = []
  for (const { id, title } of args.files) {
    const file = world.files.get(id)
    if (file === undefined || file.bytes === undefined || file.channels.length > 0) {
      world.faults.push(`files.completeUploadExternal: ${id} was not uploaded, or is shared already`)
      return refuse('file_not_found')
    }
    if (title !== undefined) file.title = title
    shared.push(file)
  }
  if (args.channel_id !== undefined) {
    const room = roomToPost(world, args.channel_id)
    if ('ok' in room) return room
    const parent = args.thread_ts
    checkThread(world, 'files.completeUploadExternal', room, parent)
    for (const file of shared) file.channels.push(room.id)
    const text = args.initial_comment ?? ''
    addBotMessage(world, room, { text, ...(parent === undefined ? {} : { thread_ts: parent }) }, shared)
  }
  return { ok: true, files: shared.map(({ id, title }) => ({ id, title })) }
}

/** The bot sees a file that is its own or stands in a room where it is. */
export function visibleFile(world: World, id: string): FileThere | undefined {
  const file = world.files.get(id)
  if (file === undefined || file.bytes === undefined) return undefined
  const seen = file.channels.some((room) => world.rooms.get(room)?.members.has(world.botUserId))
  return seen || file.user === world.botUserId ? file : undefined
}

export function fileInfo(world: World, { file: id }: MethodArgs<'files.info'>): Answer {
  const file = visibleFile(world, id)
  return file === undefined ? refuse('file_not_found') : { ok: true, file: fileObject(world, file) }
}
