/** A post as it is kept: its channel, and the ts of each of its messages. */
export function refOf(ref: string): { readonly channel: string; readonly posts: readonly string[] } {
  const [channel = '', ...posts] = ref.split(' ')
  return { channel, posts }
}
