/**
 * Whether 12 digits are an individual number (マイナンバー): the last is the check digit of the others by 平成26年総務省令
 * 第85号第5条: 11 less the remainder by 11 of the sum of Pn × Qn, 0 where the remainder is 0 or 1; Pn is the nth digit from
 * the right, Qn is n + 1 up to the 6th and n - 5 from the 7th on.
 */
export function isIndividualNumber(digits: string): boolean {
  if (!/^\d{12}$/u.test(digits)) return false
  const [check, ...others] = Array.from(digits, Number).reverse()
  const sum = others.reduce((total, digit, index) => total + digit * (index < 6 ? index + 2 : index - 4), 0)
  const remainder = sum % 11
  return check === (remainder <= 1 ? 0 : 11 - remainder)
}
