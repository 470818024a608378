/** Milliseconds after which a person wants to know that something goes on, and between one word of it and the next. */
const patience = 1000

/** Says on standard error how far something is, every second that it takes. */
export function progressLine(
  say: (done: number, all: number) => string,
  write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
  now: () => number = Date.now,
): (done: number, all: number) => void {
  let last = now()
  return (done, all) => {
    if (now() - last < patience) return
    last = now()
    write(say(done, all))
  }
}
