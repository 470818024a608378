import { Fault } from '../fault.ts'

/** Why a file that came in is not read, and what to do about it. */
const fileProblems = {
  'too-large': 'it is larger than can be read; take sheets, pictures and empty rows out of it and save it again',
  bomb: 'it would grow far beyond its size when unpacked, as no list does; save it again with Excel and try that file',
  locked:
    'it is locked with a password; take the password off in Excel (File, Info, Protect Workbook) and save it again',
  'old-format': 'it is in the format of Excel 97–2003 (.xls); save it in Excel as "Excel Workbook (.xlsx)"',
  binary: 'it is a binary workbook (.xlsb); save it in Excel as "Excel Workbook (.xlsx)"',
  'not-a-workbook': 'it is not an Excel workbook (.xlsx); save the list in Excel as "Excel Workbook (.xlsx)" or as CSV',
  broken: 'it is cut off or damaged; get it once more, or open it in Excel and save it again',
  'too-slow': 'reading it took too long; take what is not needed out of it and save it again',
  encoding: 'it is neither UTF-8 nor Shift_JIS; save it in Excel as "CSV UTF-8"',
} as const
export type FileProblem = keyof typeof fileProblems

/** A file that cannot be read: code `file-unreadable`; `problem` is for who says it in other words. */
export class FileFault extends Fault {
  readonly problem: FileProblem

  constructor(problem: FileProblem, cause?: unknown) {
    super('file-unreadable', `the file cannot be read: ${fileProblems[problem]}`, cause)
    this.problem = problem
  }
}
