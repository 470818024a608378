/** What an inquiry's file is known by, wherever it stands in the file: the committee and the inquiry, `COMMITTEE/2026-1.3`. */
export type InquiryToken = { readonly committee: string; readonly inquiry: string }

const pattern = /(?<![a-z\d/-])([a-z\d][a-z\d-]*)\/((?:\d{4}-\d{1,3}|standing)\.[1-9]\d{0,4})(?![\d.])/u

export function inquiryToken({ committee, inquiry }: InquiryToken): string {
  return `${committee}/${inquiry}`
}

/** The inquiry that a text names, in whatever width it is written and whatever stands around it. */
export function findInquiryToken(text: string): InquiryToken | undefined {
  const [, committee, inquiry] = pattern.exec(text.normalize('NFKC').toLowerCase()) ?? []
  return committee === undefined || inquiry === undefined ? undefined : { committee, inquiry }
}
