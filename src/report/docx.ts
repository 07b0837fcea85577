// A report → a Word file. Headings and table heads are marked as such, so that a screen reader finds its way.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { ReportDocument, ReportSection, ReportTable } from "./document.ts";
import { wordSafe } from "./word-safe.ts";

/** The bytes of a .docx. The mark (UTKAST) stands under the title and at the top of every page. */
export async function reportDocx(report: ReportDocument): Promise<Uint8Array> {
  const language = report.lang === "sv" ? "sv-SE" : "en-GB";
  const document = new Document({
    title: wordSafe(`${report.title} – ${report.mark}`),
    creator: "Omställningsboten",
    styles: { default: { document: { run: { font: "Calibri", size: 22, language: { value: language } } } } },
    sections: [
      {
        headers: { default: new Header({ children: [marked(report.mark)] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          new Paragraph({ text: wordSafe(report.title), heading: HeadingLevel.TITLE }),
          marked(report.mark),
          new Paragraph({ text: wordSafe(report.subtitle), spacing: { after: 240 } }),
          ...report.sections.flatMap(sectionBlocks),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function sectionBlocks(section: ReportSection): (Paragraph | Table)[] {
  return [
    new Paragraph({ text: wordSafe(section.heading), heading: HeadingLevel.HEADING_1, keepNext: true }),
    ...section.paragraphs.map((text) => new Paragraph({ text: wordSafe(text), spacing: { after: 120 } })),
    ...(section.table ? [tableBlock(section.table), new Paragraph("")] : []),
  ];
}

function tableBlock({ head, rows }: ReportTable): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text) => cell(text, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
    ],
  });
}

function cell(text: string, bold: boolean): TableCell {
  return new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text: wordSafe(text), bold, size: 18 })] })],
  });
}

function marked(mark: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: wordSafe(mark), bold: true })] });
}

function pageNumber(): Paragraph {
  const children = [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })];
  return new Paragraph({ alignment: AlignmentType.RIGHT, children });
}
