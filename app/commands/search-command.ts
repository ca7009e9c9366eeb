import { codebookOf, PATH_SEPARATOR, pathOf, resolveLabel } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId, TranscriptId } from '../../domain/ids.ts'
import type { Output } from '../contract.ts'
import type { FoundExcerpt, FoundGroup, GivenFilters, SearchResult } from '../contract/search.ts'
import {
  argumentsOf,
  choiceOption,
  given,
  integerOption,
  misuse,
  optionsOf,
  report,
  type Command,
  type CommandContext,
  type ParsedCommand,
} from './command.ts'
import { countText } from './figures.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { fold } from './table.ts'

/** Turns asked for at once, and shown when no limit is given. */
const AT_ONCE = 1000
const USUAL = 100
const MOST = 1_000_000

export const search: Command = {
  words: ['search'],
  summary: 'Finds words in the transcripts of a study.',
  arguments: [STUDY, { name: 'WORDS', help: 'what to look for, as on the search screen', many: true }],
  options: {
    who: { value: 'participants|interviewers', help: 'only words of those who answer, or of those who ask' },
    speaker: { value: 'NAME', repeatable: true, help: 'only words of this speaker' },
    transcript: { value: 'NAME', repeatable: true, help: 'only this transcript' },
    participant: { value: 'ATTRIBUTE=VALUE', repeatable: true, help: 'only participants of whom this is noted' },
    language: { value: 'TAG', repeatable: true, help: 'only transcripts in this language' },
    code: { value: 'CODE', repeatable: true, help: 'only within passages coded with it or a code in it' },
    'not-code': { value: 'CODE', repeatable: true, help: 'only outside of them' },
    coding: { value: 'coded|uncoded', help: 'only within passages that carry a code, or outside of them' },
    limit: { value: 'N', help: `show at most so many turns; ${String(USUAL)} by default` },
    ...PASSPHRASE,
  },
  example: `axial search hospital '"missing labels" OR annot*' --who participants`,
  notes: [
    'All words must be in a turn. "A phrase" is found as it stands, begin* finds words that begin so, -word leaves turns out, and OR stands between two of which one is enough. Accents and capitals make no difference.',
    'Exit status 1: nothing was found.',
  ],
  async run(context, parsed) {
    const query = argumentsOf(parsed, 'WORDS').join(' ')
    const limit = integerOption(parsed, 'limit', 1, MOST) ?? USUAL
    await openStudy(context, parsed)
    const filters = await filtersOf(context, parsed)
    const result = await searchAll(context, query, filters, limit)
    if (result.advice !== null) throw misuse(parsed.command, `"${query}" holds no word to look for`)
    const { hits, turns, transcripts, groups } = result
    const found = groups.flatMap((group) => group.found.map((each) => printedTurn(group, each)))
    return report({ query, hits, turns, transcripts, found }, searchText(result, context.width), turns === 0)
  },
}

type FoundTurn = FoundGroup['found'][number]

async function searchAll(
  context: CommandContext,
  query: string,
  filters: GivenFilters,
  limit: number,
): Promise<SearchResult> {
  const groups: FoundGroup[] = []
  for (let offset = 0; ; offset += AT_ONCE) {
    const input = { query, filters, offset, limit: Math.min(AT_ONCE, limit - offset) }
    const page = await context.call('search.turns', input)
    for (const group of page.groups) {
      const last = groups.at(-1)
      // A transcript may go on from one page to the next.
      if (last?.transcriptId === group.transcriptId) last.found.push(...group.found)
      else groups.push(group)
    }
    if (offset + AT_ONCE >= Math.min(limit, page.turns)) return { ...page, groups }
  }
}

function printedTurn({ transcript, participant }: FoundGroup, { turn, speaker, excerpts }: FoundTurn) {
  return {
    transcript,
    participant,
    turn,
    speaker,
    hits: excerpts.flatMap(({ start, text, hits }) =>
      hits.map((hit) => ({ ...hit, words: text.slice(hit.start - start, hit.end - start) })),
    ),
    text: excerpts.map((excerpt) => cutText(excerpt, excerpt.text)).join(' '),
  }
}

function searchText(result: SearchResult, width: number): string {
  const { hits, turns, transcripts, groups } = result
  if (turns === 0) return 'Nothing found.'
  const shown = groups.reduce((sum, { found }) => sum + found.length, 0)
  const where = `${countText(turns, 'turn')} of ${countText(transcripts, 'transcript')}`
  const head = hits === null ? `In ${where}.` : `${countText(hits, 'hit')} in ${where}.`
  const more = shown < turns ? [`\n${countText(turns - shown, 'turn')} more: raise --limit to see them.`] : []
  return [head, ...groups.map((group) => groupText(group, width)), ...more].join('\n')
}

function groupText({ transcript, turns, found }: FoundGroup, width: number): string {
  const lines = found.flatMap(({ turn, speaker, excerpts }) => [
    `  ${String(turn)}${speaker === null ? '' : ` ${speaker}`}`,
    ...excerpts.flatMap((excerpt) => fold(markedText(excerpt), width - 4).map((line) => `    ${line}`)),
  ])
  return ['', `${transcript} (${countText(turns, 'turn')})`, ...lines].join('\n')
}

/** The words with what was found in brackets. */
function markedText(excerpt: FoundExcerpt): string {
  const { start, text, hits } = excerpt
  let marked = ''
  let at = 0
  for (const hit of hits) {
    marked += `${text.slice(at, hit.start - start)}[${text.slice(hit.start - start, hit.end - start)}]`
    at = hit.end - start
  }
  return cutText(excerpt, marked + text.slice(at))
}

function cutText({ isCutBefore, isCutAfter }: FoundExcerpt, text: string): string {
  return `${isCutBefore ? '… ' : ''}${text}${isCutAfter ? ' …' : ''}`
}

async function filtersOf(context: CommandContext, parsed: ParsedCommand): Promise<GivenFilters> {
  const codes = [
    ...(await codesNamed(context, optionsOf(parsed, 'code'), true)),
    ...(await codesNamed(context, optionsOf(parsed, 'not-code'), false)),
  ]
  return {
    ...given({
      who: choiceOption(parsed, 'who', ['participants', 'interviewers']),
      coded: choiceOption(parsed, 'coding', ['coded', 'uncoded']),
    }),
    speakers: [...optionsOf(parsed, 'speaker')],
    transcripts: await transcriptsNamed(context, optionsOf(parsed, 'transcript')),
    languages: [...optionsOf(parsed, 'language')],
    attributes: attributesOf(parsed),
    codes,
  }
}

/** `role=manager`; the same attribute twice asks for either value. */
function attributesOf(parsed: ParsedCommand): { name: string; values: string[] }[] {
  const pairs = optionsOf(parsed, 'participant').map((text) => {
    const [, name = '', value = ''] = /^([^=]+)=(.+)$/u.exec(text) ?? []
    if (value.trim() === '') throw misuse(parsed.command, `--participant takes ATTRIBUTE=VALUE, not "${text}"`)
    return { name: name.trim(), value: value.trim() }
  })
  const byName = Map.groupBy(pairs, ({ name }) => name)
  return [...byName].map(([name, each]) => ({ name, values: each.map(({ value }) => value) }))
}

async function transcriptsNamed(context: CommandContext, names: readonly string[]): Promise<TranscriptId[]> {
  if (names.length === 0) return []
  const transcripts = await context.call('transcripts.list', {})
  return names.map((name) => {
    const found = transcripts.find((one) => one.name === name.normalize('NFC'))
    if (found === undefined) throw new AxialError('not-found', { what: 'transcript', name })
    return found.id
  })
}

async function codesNamed(
  context: CommandContext,
  labels: readonly string[],
  isCoded: boolean,
): Promise<{ codeId: CodeId; isCoded: boolean }[]> {
  if (labels.length === 0) return []
  const codes: Output<'codes.list'> = await context.call('codes.list', {})
  return labels.map((label) => {
    const resolution = resolveLabel(codes, label)
    if (resolution.kind === 'found') return { codeId: resolution.code.id, isCoded }
    if (resolution.kind === 'unknown') throw new AxialError('not-found', { what: 'code', name: label })
    const paths = resolution.codes.map(({ id }) => `"${pathOf(codebookOf(codes), id).join(PATH_SEPARATOR)}"`)
    throw misuse('search', `several codes are called "${label}": name one by its path, ${paths.join(' or ')}`)
  })
}
