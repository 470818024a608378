/** Why a file that came in is not read, and what to do about it. */
export const filesJa = {
  'too-large': '読み取れる大きさを超えています。不要なシート、画像、空の行を除いて保存し直してください。',
  bomb: '展開すると元の大きさを大きく超える作りになっています。Excelで開いて保存し直したファイルをお使いください。',
  locked: 'パスワードで保護されています。Excelでパスワードを解除し、保存し直したファイルをお使いください。',
  'old-format':
    'Excel 97-2003形式（.xls）です。Excelで「Excel ブック（.xlsx）」として保存し直したファイルをお使いください。',
  binary: 'バイナリ ブック（.xlsb）です。Excelで「Excel ブック（.xlsx）」として保存し直したファイルをお使いください。',
  'not-a-workbook':
    'Excelのファイル（.xlsx）ではありません。「Excel ブック（.xlsx）」又はCSVとして保存したファイルをお使いください。',
  broken: '途中で切れているか、壊れています。もう一度受け取るか、Excelで開いて保存し直したファイルをお使いください。',
  'too-slow': '読み取りに時間がかかるため、途中で止めました。不要なシートや行を除いて保存し直してください。',
  encoding:
    '文字コードがUTF-8でもShift_JISでもありません。Excelで「CSV UTF-8」として保存し直したファイルをお使いください。',
}

/** The kinds of files that are not read. */
export type FileProblem = keyof typeof filesJa
