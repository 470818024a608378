/**
 * The text as it is searched for numbers: full-width ASCII and blanks made half-width, every hyphen and dash made `-`, a
 * long vowel mark too where it follows a digit (１ー２). One UTF-16 unit stays one, so that spans hold in the original.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/gu, (full) => String.fromCharCode(full.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/gu, ' ')
    .replace(/[\u02d7\u2010-\u2015\u2043\u2212\u2500\u2501\ufe58\ufe63]/gu, '-')
    .replace(/(?<=\d)[ーｰ]/gu, '-')
}
