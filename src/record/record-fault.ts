import { Fault } from '../fault.ts'

/** A fault of the record: the file, what in it, and what to do. */
export function recordFault(file: string, what: string, toDo: string): Fault {
  return new Fault('record-invalid', `${file}: ${what}: ${toDo}`)
}
