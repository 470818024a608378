import type { AnnexDocument } from '../opinions/annex-document.ts'
import { bulleted, opinionParagraphs } from '../opinions/annex-pages.ts'
import { annexWords, headLines } from '../opinions/annex-words.ts'
import { inertMarkdown } from './inert-markdown.ts'

/** An annex as Markdown: a section for each pair of cells, members' words and responses as plain paragraphs. */
export function annexMarkdown({ head, annex, release }: AnnexDocument): string {
  const [annexLine = '', title = '', ...agenda] = headLines(head).map(inertMarkdown)
  const blocks = annex.blocks.flatMap(({ opinions, responses }, at) => [
    `## ${at + 1}`,
    `### ${annexWords.opinions}`,
    ...opinions.map((opinion) => paragraphs(opinionParagraphs(opinion))),
    `### ${annexWords.responses}`,
    ...(responses.length === 0 ? [] : [paragraphs(responses.flatMap(({ text }) => bulleted(text).split('\n')))]),
  ])
  return `${[
    `${annexLine}${release === null ? `（${annexWords.draft}）` : ''}`,
    `# ${title}`,
    ...(agenda.length === 0 ? [] : [agenda.join('\\\n')]),
    ...blocks,
  ].join('\n\n')}\n`
}

/** Lines of one cell; a blank line parts paragraphs. */
function paragraphs(lines: readonly string[]): string {
  return lines
    .map(inertMarkdown)
    .join('\\\n')
    .replaceAll(/(?:\\\n)*\n?(?:\\\n){2,}/gu, '\n\n')
}
