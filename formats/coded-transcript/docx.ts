import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
  type ICommentOptions,
  type ParagraphChild,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { codedTurns, stampOf, type CodedTranscript, type CodedTurn, type NumberedPassage } from './coded-transcript.ts'
import { codedTranscriptWords } from './words.ts'
import type { ExportLanguage } from '../export-document.ts'

/** The earliest time an archive can hold, on the local clock that archives use: the same transcript gives the same bytes. */
const EPOCH = new Date(1980, 0, 1)

/**
 * A coded transcript as a word processor's document: each coding a comment on its words, signed by its coder, with the code
 * and, below it, what was noted. The words of a turn are one paragraph of the style `TurnWords`.
 */
export async function codedTranscriptDocx(transcript: CodedTranscript, language: ExportLanguage): Promise<Uint8Array> {
  const words = codedTranscriptWords[language]
  const { name, study, participant, codings, coders, rounds, at } = transcript
  const facts = [
    ...(participant === null ? [] : [`${words.participant}${words.colon}${participant}`]),
    `${words.coders}${words.colon}${coders.join(', ') || words.nobody}`,
    ...(rounds.length === 0 ? [] : [`${words.rounds}${words.colon}${rounds.join(' · ')}`]),
    `${words.codings}${words.colon}${codings.length}`,
    `${words.written}${words.colon}${words.date(at)}`,
  ]
  const turns = codedTurns(transcript)
  const document = new Document({
    title: safe(name),
    subject: safe(study),
    creator: 'Axial',
    lastModifiedBy: 'Axial',
    styles: { paragraphStyles: STYLES },
    comments: {
      children: turns.flatMap(({ begun }) =>
        begun.map((coding) => commentOf(coding, { at, language, hasRound: rounds.length > 1 })),
      ),
    },
    sections: [
      {
        children: [
          new Paragraph({ style: 'TurnLabel', children: [new TextRun(safe(study))] }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(safe(name))] }),
          ...facts.map((fact) => new Paragraph({ children: [new TextRun(safe(fact))] })),
          ...turns.flatMap((turn) => paragraphsOf(turn, transcript, words.unknownSpeaker)),
        ],
      },
    ],
  })
  const packed = await Packer.toBuffer(document)
  return withoutClock(packed, at)
}

const STYLES = [
  {
    id: 'TurnLabel',
    name: 'Turn Label',
    basedOn: 'Normal',
    next: 'TurnWords',
    run: { color: '555555', size: 18 },
    paragraph: { keepNext: true, spacing: { before: 160 } },
  },
  { id: 'TurnWords', name: 'Turn Words', basedOn: 'Normal', run: { size: 22 }, paragraph: { spacing: { after: 80 } } },
]

function paragraphsOf(
  { turn, stretches }: CodedTurn,
  { hasSpeakers, hasStamps }: CodedTranscript,
  unknownSpeaker: string,
): readonly Paragraph[] {
  const stamp = hasStamps && turn.seconds !== null ? [stampOf(turn.seconds)] : []
  const label = [...(hasSpeakers ? [turn.speaker ?? unknownSpeaker] : []), String(turn.number), ...stamp].join(' · ')
  const children = stretches.flatMap(({ text, opened, closed }): readonly ParagraphChild[] => [
    ...opened.map(({ number }) => new CommentRangeStart(number)),
    ...runsOf(text),
    ...closed.flatMap(({ number }) => [
      new CommentRangeEnd(number),
      new TextRun({ children: [new CommentReference(number)] }),
    ]),
  ])
  return [
    new Paragraph({ style: 'TurnLabel', children: [new TextRun(safe(label))] }),
    new Paragraph({ style: 'TurnWords', children }),
  ]
}

/** A run a line: a line break within a turn stays one. */
function runsOf(text: string): readonly TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: safe(line), ...(index > 0 && { break: 1 }) }))
}

interface CommentContext {
  readonly at: string
  readonly language: ExportLanguage
  readonly hasRound: boolean
}

function commentOf(coding: NumberedPassage, { at, language, hasRound }: CommentContext): ICommentOptions {
  const { number, code, coder, round, memos } = coding
  const words = codedTranscriptWords[language]
  const notes = memos.flatMap(({ author, body }) => `${words.memo(author)}${words.colon}${body}`.split('\n'))
  return {
    id: number,
    author: safe(coder),
    initials: initialsOf(coder),
    date: new Date(at),
    children: [hasRound ? `${code} (${round})` : code, ...notes].map(
      (line) => new Paragraph({ children: [new TextRun(safe(line))] }),
    ),
  }
}

function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((part) => Array.from(part).slice(0, 1))
  return safe(letters.slice(0, 3).join('').toLocaleUpperCase())
}

/** Fit for XML 1.0, which the package does not see to: what it cannot hold becomes U+FFFD. */
function safe(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD')
}

/** The package writes the time of day into the file; the time it is to bear is the one given. */
function withoutClock(packed: Uint8Array, at: string): Uint8Array {
  const files = unzipSync(packed)
  const core = files['docProps/core.xml']
  const moment = new Date(at).toISOString().replace(/\.\d+/, '')
  if (core !== undefined) {
    const fixed = strFromU8(core).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
    files['docProps/core.xml'] = strToU8(fixed)
  }
  return zipSync(files, { mtime: EPOCH })
}
