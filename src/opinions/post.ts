import * as z from 'zod'
import { News } from './notice.ts'

/** What was delivered: the news, and how the platform at the place names the message. `at` is milliseconds since 1970. */
export const Post = z.strictObject({ place: z.string(), news: News, ref: z.string(), at: z.number() })
export type Post = z.infer<typeof Post>
