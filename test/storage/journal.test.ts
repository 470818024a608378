import type { JournalStore } from '../../src/storage/journal/journal-store.ts'
import { describeStore } from '../contracts/store.ts'
import { JournalFolder } from '../support/journal-folder.ts'

async function makePlace() {
  const folder = new JournalFolder()
  let store: JournalStore | undefined
  return {
    clock: folder.clock,
    async open() {
      await store?.close()
      store = await folder.open()
      return store
    },
    async tidy() {
      await store?.compact()
    },
    async [Symbol.asyncDispose]() {
      await store?.close()
      folder[Symbol.dispose]()
    },
  }
}

describeStore('the journal', makePlace)
