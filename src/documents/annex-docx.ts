import {
  AlignmentType,
  Document,
  Header,
  ImportedXmlComponent,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { type AnnexDocument, pagesOf } from '../opinions/annex-document.ts'
import type { AnnexPiece } from '../opinions/annex-pages.ts'
import { annexWords, headLines } from '../opinions/annex-words.ts'
import { printableText } from './printable-text.ts'
import { steadyArchive } from './steady-archive.ts'

const font = 'ＭＳ 明朝'
/** Half points: 35 full-width characters of 10.5 points and the cell's margins fill a column. */
const size = 21
/** Twentieths of a point: the 28 lines that are counted leave room for six more, should a line break elsewhere. */
const line = 300
const page = { width: 11_906, height: 16_838, across: 800, along: 850 }
const columnWidth = (page.height - 2 * page.across) / 2

/**
 * An annex as a Word file in the city's layout, its pages parted as `paginate` says: a table a page, so that a page and a
 * cell can be cited whatever program shows it. 案 stands across every page until it has been given to the members. The same
 * annex gives the same bytes. `progress` is told how many blocks are laid out.
 */
export async function annexDocx(
  document: AnnexDocument,
  progress: (done: number, all: number) => void = () => {},
): Promise<Uint8Array> {
  const { head, annex, release } = document
  const [annexLine = '', title = '', ...agenda] = headLines(head)
  let done = 0
  const tables = pagesOf(document).flatMap(({ pieces, blocks, page: number }) => {
    const rows = pieces.flatMap(rowsOf)
    done += blocks.length
    progress(done, annex.blocks.length)
    return [...(number === 1 ? [] : [pageBreak()]), table(rows)]
  })
  const file = new Document({
    creator: head.committee,
    lastModifiedBy: head.committee,
    title: annexWords.title(head),
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: font, hAnsi: font, eastAsia: font, cs: font },
            size,
            language: { value: 'ja-JP', eastAsia: 'ja-JP' },
          },
          paragraph: { spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
            margin: {
              top: page.along,
              bottom: page.along,
              left: page.across,
              right: page.across,
              header: 300,
              footer: 300,
            },
          },
        },
        ...(release === null ? { headers: { default: new Header({ children: [watermark()] }) } } : {}),
        children: [
          paragraph(annexLine, { alignment: AlignmentType.RIGHT }),
          paragraph(title, { alignment: AlignmentType.CENTER }),
          ...agenda.map((one) => paragraph(one)),
          ...tables,
        ],
      },
    ],
  })
  return steadyArchive(await Packer.toBuffer(file), release?.shared.at ?? null)
}

function table(rows: readonly TableRow[]): Table {
  const titles = [annexWords.opinions, annexWords.responses].map((one) =>
    cell([paragraph(one, { alignment: AlignmentType.CENTER })]),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [columnWidth, columnWidth],
    width: { size: columnWidth * 2, type: WidthType.DXA },
    margins: { left: 100, right: 100, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: titles }), ...rows],
  })
}

/** One merged cell at the right for all of a block's rows. */
function rowsOf({ left, right }: AnnexPiece): readonly TableRow[] {
  const opinions = left.length === 0 ? [['']] : left.map(({ paragraphs }) => paragraphs)
  const responses = cell(
    (right.length === 0 ? [''] : right).map((one) => paragraph(one)),
    opinions.length,
  )
  return opinions.map(
    (paragraphs, at) =>
      new TableRow({
        children: [cell(paragraphs.map((one) => paragraph(one))), ...(at === 0 ? [responses] : [])],
      }),
  )
}

function cell(children: readonly Paragraph[], rowSpan = 1): TableCell {
  return new TableCell({
    children: [...children],
    verticalAlign: VerticalAlign.TOP,
    width: { size: columnWidth, type: WidthType.DXA },
    ...(rowSpan > 1 ? { rowSpan } : {}),
  })
}

/** `wordWrap` lets a line end within a word, which is how the lines are counted. */
function paragraph(text: string, options: IParagraphOptions = {}): Paragraph {
  const children = printableText(text)
    .split('\t')
    .flatMap((piece, at) => [...(at === 0 ? [] : [new Tab()]), piece])
  return new Paragraph({ wordWrap: true, ...options, children: [new TextRun({ children })] })
}

/** Tables that touch become one: a line of no height stands between them. */
function pageBreak(): Paragraph {
  return new Paragraph({
    pageBreakBefore: true,
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  })
}

/** A shape behind the text, as Word's own watermarks are. */
function watermark(): Paragraph {
  const shape = `<w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="PowerPlusWaterMarkObject1" alt="${annexWords.draft}" o:spid="_x0000_s1025" type="#_x0000_t136" style="position:absolute;width:300pt;height:300pt;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" stroked="f"><v:fill opacity=".4"/><v:textpath style="font-family:&quot;${font}&quot;;font-size:1pt" string="${annexWords.draft}"/></v:shape></w:pict>`
  const run = new TextRun({ children: [] })
  run.addChildElement(ImportedXmlComponent.fromXmlString(shape))
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })
}
