import { asId, type CodeId, type CoderId, type Id, type RoundId, type TranscriptId } from './ids.ts'
import { spanOf, type Span } from './span.ts'

export type MemoId = Id<'memo'>

/** What a memo can be about, by its id; a passage is words of a transcript, coded or not. */
export type MemoSubject =
  | { readonly kind: 'study' }
  | { readonly kind: 'participant'; readonly id: Id<'participant'> }
  | { readonly kind: 'transcript'; readonly id: TranscriptId }
  | { readonly kind: 'segment'; readonly id: Id<'segment'> }
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'coding'; readonly id: Id<'coding'> }
  | { readonly kind: 'mismatch'; readonly id: Id<'mismatch'> }
  | { readonly kind: 'quality_issue'; readonly id: Id<'quality-issue'> }
  | { readonly kind: 'passage'; readonly transcriptId: TranscriptId; readonly span: Span }

/** The kinds of what memos are about, in the order people are offered them. */
export const MEMO_KINDS = [
  'study',
  'participant',
  'transcript',
  'passage',
  'segment',
  'code',
  'coding',
  'mismatch',
  'quality_issue',
] as const satisfies readonly MemoSubject['kind'][]

/** A researcher's note. Its body is Markdown. */
export interface Memo {
  readonly id: MemoId
  /** Empty where it has none: its first line then stands for it. */
  readonly title: string
  readonly subject: MemoSubject
  /** Who wrote it; null for nobody in particular. */
  readonly coderId: CoderId | null
  /** The round that was worked in; null for none. */
  readonly roundId: RoundId | null
  readonly body: string
  /** ISO 8601, UTC. */
  readonly writtenAt: string
  readonly updatedAt: string
}

/**
 * Whether a memo is as blind as codings are: written by a coder while they worked in a round. Any other memo is the
 * study's, and everyone's to see.
 */
export function writtenInRound(
  memo: Pick<Memo, 'coderId' | 'roundId'>,
): { readonly coderId: CoderId; readonly roundId: RoundId } | null {
  const { coderId, roundId } = memo
  return coderId === null || roundId === null ? null : { coderId, roundId }
}

/** A memo is changed by its writer; one that is nobody's by everyone. */
export function mayChangeMemo(memo: Pick<Memo, 'coderId'>, coderId: CoderId): boolean {
  return memo.coderId === null || memo.coderId === coderId
}

/** Letters of a first line that stand for a memo without a title. */
const LONGEST = 80

/** What a memo goes by: its title, or its first line without the marks of Markdown. */
export function memoName({ title, body }: Pick<Memo, 'title' | 'body'>): string {
  if (title !== '') return title
  const line = body.split('\n').find((one) => one.trim() !== '') ?? ''
  const plain = withoutLinks(line)
    .replace(/^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d+[.)]\s+)*/, '')
    .replaceAll(/(\*\*|__|`)/g, '')
    .replaceAll(/(?<![\w*])([*_])(\S(?:[^*]*?\S)?)\1(?![\w*])/gu, '$2')
    .trim()
  const letters = Array.from(plain)
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('').trimEnd()}…` : plain
}

/** What the body links to, each thing once, in order. */
export interface MemoLinks {
  readonly codes: readonly CodeId[]
  readonly passages: readonly { readonly transcriptId: TranscriptId; readonly span: Span }[]
}

const CODE_ADDRESS = /^code:([0-9a-f-]{36})$/
const PASSAGE_ADDRESS = /^passage:([0-9a-f-]{36}):(\d+)-(\d+)$/
const LINK = /\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)/g

/** What a link's address within a memo stands for; null for any other address. */
export function readMemoAddress(
  address: string,
):
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'passage'; readonly transcriptId: TranscriptId; readonly span: Span }
  | null {
  const code = CODE_ADDRESS.exec(address)?.[1]
  if (code !== undefined) return { kind: 'code', id: asId(code) }
  const [, transcript, start, end] = PASSAGE_ADDRESS.exec(address) ?? []
  const span = spanOf(Number(start), Number(end))
  return transcript === undefined || span === null ? null : { kind: 'passage', transcriptId: asId(transcript), span }
}

export function memoLinks(body: string): MemoLinks {
  const targets = [...body.matchAll(LINK)].flatMap(([, , address = '']) => readMemoAddress(address) ?? [])
  const passages = targets.filter((target) => target.kind === 'passage')
  return {
    codes: [...new Set(targets.flatMap((target) => (target.kind === 'code' ? [target.id] : [])))],
    passages: [...new Map(passages.map((one) => [passageAddress(one.transcriptId, one.span), one])).values()],
  }
}

/** A link to a code as a memo holds it. */
export function codeLink(label: string, id: CodeId): string {
  return `[${escapeLabel(label)}](code:${id})`
}

export function passageLink(label: string, transcriptId: TranscriptId, span: Span): string {
  return `[${escapeLabel(label)}](${passageAddress(transcriptId, span)})`
}

/** The text with each link to a code or a passage as its words alone: for where links lead nowhere. */
export function withoutLinks(body: string): string {
  return body.replaceAll(LINK, (link, label: string, address: string) =>
    readMemoAddress(address) === null ? link : label.replaceAll(/\\([[\]\\])/g, '$1'),
  )
}

/** The text with its links to words of a transcript leading to where `follow` says that those words are now. */
export function moveLinks(body: string, transcriptId: TranscriptId, follow: (span: Span) => Span): string {
  return body.replaceAll(LINK, (link, label: string, address: string) => {
    const target = readMemoAddress(address)
    if (target?.kind !== 'passage' || target.transcriptId !== transcriptId) return link
    return `[${label}](${passageAddress(transcriptId, follow(target.span))})`
  })
}

function passageAddress(transcriptId: TranscriptId, { start, end }: Span): string {
  return `passage:${transcriptId}:${start}-${end}`
}

function escapeLabel(label: string): string {
  return label.replaceAll(/\s+/g, ' ').replaceAll(/[[\]\\]/g, String.raw`\$&`)
}
