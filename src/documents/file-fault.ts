import { filesEn } from '../conversation/messages/files-en.ts'
import type { FileProblem } from '../conversation/messages/files-ja.ts'
import { Fault } from '../fault.ts'

/** A file that cannot be read: code `file-unreadable`; `problem` is for who says it in other words. */
export class FileFault extends Fault {
  readonly problem: FileProblem

  constructor(problem: FileProblem, cause?: unknown) {
    super('file-unreadable', `the file cannot be read: ${filesEn[problem]}`, cause)
    this.problem = problem
  }
}
