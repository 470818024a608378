import { barOutside } from './bar-outside.ts'

/** Exit code of a process that wanted out of this machine; the program's own end at 2. */
const wantedOut = 97

// For `node --import`: a process that tests start ends where it wants out, whatever it makes of a failed connection.
barOutside((host) => {
  process.stderr.write(`it wants to reach ${host}\n`)
  process.exit(wantedOut)
})
