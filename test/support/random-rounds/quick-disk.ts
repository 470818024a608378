import { type Disk, realDisk } from '../../../src/storage/journal/disk.ts'

/** The real disk without waiting for it: what a power cut does is tested elsewhere. */
export const quickDisk: Disk = {
  ...realDisk,
  async openAppend(path) {
    return { ...(await realDisk.openAppend(path)), sync: async () => {} }
  },
  syncFolder: async () => {},
}
