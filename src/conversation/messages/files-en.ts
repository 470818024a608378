import type { filesJa } from './files-ja.ts'

/** The same in English. */
export const filesEn: typeof filesJa = {
  'too-large': 'It is larger than can be read. Take sheets, pictures and empty rows out of it and save it again.',
  bomb: 'It would grow far beyond its size when unpacked, as no list does. Open it in Excel, save it again and use that file.',
  locked: 'It is locked with a password. Take the password off in Excel and save it again.',
  'old-format': 'It is in the format of Excel 97–2003 (.xls). Save it in Excel as "Excel Workbook (.xlsx)".',
  binary: 'It is a binary workbook (.xlsb). Save it in Excel as "Excel Workbook (.xlsx)".',
  'not-a-workbook': 'It is not an Excel workbook (.xlsx). Save the list as "Excel Workbook (.xlsx)" or as CSV.',
  broken: 'It is cut off or damaged. Get it once more, or open it in Excel and save it again.',
  'too-slow': 'It took too long to read, so that was stopped. Take what is not needed out of it and save it again.',
  encoding: 'It is neither UTF-8 nor Shift_JIS. Save it in Excel as "CSV UTF-8".',
}
