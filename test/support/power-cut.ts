import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own (ext4 in a file, mounted as a loop) whose power can be cut. */
export type CuttableDisk = Disposable & {
  /** Where it is mounted. */
  readonly path: string
  /**
   * From this moment nothing more reaches the disk, whatever the system still holds in memory. Returns the moment
   * (nanoseconds, as `process.hrtime.bigint` counts): the last before the cut.
   */
  readonly cut: () => bigint
  /** Mounts it again, as a start after a power cut does: ext4 replays its own journal first. */
  readonly restart: () => void
}

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH, which Node cannot call. */
const shutdown = `use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
  open(my $f, "<", $ARGV[0]) or die $!; my $how = pack("I", 2); my $now = clock_gettime(CLOCK_MONOTONIC);
  ioctl($f, 0x8004587d, $how) or die $!; printf("%.0f", $now * 1e9)`

/** Null, with the reason on standard error, where this machine does not let us mount one. */
export function makeCuttableDisk(): CuttableDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'power-'))
  const image = join(folder, 'disk.ext4')
  const path = join(folder, 'mounted')
  const run = (command: string, ...args: string[]) =>
    void execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const mount = () => run('mount', '-o', 'loop', image, path)
  const unmount = () => run('umount', path)
  const cut = () =>
    BigInt(execFileSync('perl', ['-e', shutdown, path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }))
  try {
    mkdirSync(path)
    writeFileSync(image, '')
    truncateSync(image, 2 ** 30)
    run('mkfs.ext4', '-q', '-F', image)
    mount()
    cut()
    unmount()
    mount()
  } catch (error) {
    process.stderr.write(`no power can be cut here: ${error instanceof Error ? error.message.trim() : error}\n`)
    rmSync(folder, { recursive: true, force: true })
    return null
  }
  return {
    path,
    cut,
    restart() {
      unmount()
      mount()
    },
    [Symbol.dispose]() {
      unmount()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
