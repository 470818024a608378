/** Something that must not happen: `code` is stable and for programs, the message says what to do and is for the operator. */
export class Fault extends Error {
  readonly code: string

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'Fault'
    this.code = code
  }
}
