const read: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the name',
  ENOTDIR: 'there is no such file; check the name',
  EISDIR: 'it is a folder; give a file',
  EACCES: 'this system user may not read it; check its permissions',
  EPERM: 'this system user may not read it; check its permissions',
}

const write: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there; make it first, or give another place',
  ENOTDIR: 'its folder is not there; make it first, or give another place',
  EISDIR: 'it is a folder; give the name of a file',
  EACCES: 'this system user may not write there; give another place',
  EPERM: 'this system user may not write there; give another place',
  EROFS: 'nothing can be written there; give another place',
  ENOSPC: 'the disk is full; make room, or give another place',
}

/** Why a file cannot be read, and what to do; what the system says where that is rare. */
export function whyUnreadable(cause: unknown): string {
  return why(read, cause)
}

/** The same of a file, or a folder for files, that cannot be written to. */
export function whyUnwritable(cause: unknown): string {
  return why(write, cause)
}

function why(known: Readonly<Record<string, string>>, cause: unknown): string {
  const { code = '', message } = cause as NodeJS.ErrnoException
  return Object.hasOwn(known, code) ? (known[code] ?? message) : message
}
