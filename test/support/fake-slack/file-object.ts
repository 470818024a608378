import { extname } from 'node:path'
import type { FileThere, World } from './world.ts'

/** A file as Slack describes it. */
export function fileObject(world: World, file: FileThere): Record<string, unknown> {
  const url = `${world.base}/files-pri/${world.teamId}-${file.id}`
  return {
    id: file.id,
    created: Math.floor(Date.now() / 1000),
    timestamp: Math.floor(Date.now() / 1000),
    name: file.name,
    title: file.title,
    mimetype: 'application/octet-stream',
    filetype: extname(file.name).slice(1) || 'binary',
    user: file.user,
    user_team: world.teamId,
    mode: 'hosted',
    size: file.length,
    channels: [...file.channels],
    url_private: `${url}/${encodeURIComponent(file.name)}`,
    url_private_download: `${url}/download/${encodeURIComponent(file.name)}`,
    permalink: `${world.base}/files/${file.id}`,
  }
}
