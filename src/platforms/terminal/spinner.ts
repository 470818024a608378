import type { WriteStream } from 'node:tty'

/** Milliseconds after which a person wants to know that something goes on, and between two pictures of it. */
const soon = 1000
const pace = 100
const pictures = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** Shows at a terminal that something goes on, if it lasts; what it returns ends it, and nothing of it is left there. */
export function spin(output: Pick<NodeJS.WriteStream | WriteStream, 'write' | 'isTTY'>, says: string): () => void {
  if (output.isTTY !== true) return () => {}
  let drawn = 0
  const draw = () => void output.write(`\r\x1b[K${pictures[drawn++ % pictures.length]} ${says}`)
  let timer: NodeJS.Timeout = setTimeout(() => {
    draw()
    timer = setInterval(draw, pace)
  }, soon)
  return () => {
    clearTimeout(timer)
    if (drawn > 0) output.write('\r\x1b[K')
  }
}
