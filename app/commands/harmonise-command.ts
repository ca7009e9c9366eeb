import { codebookOf, PATH_SEPARATOR, pathOf, resolveLabel } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId } from '../../domain/ids.ts'
import {
  HARMONISED_FIGURES,
  type HarmonisedFigure,
  type HarmonisedRow,
  type HarmonisingProposal,
  type ListedDecision,
  type ListedEvidence,
} from '../contract/harmonising.ts'
import type { Output } from '../contract.ts'
import {
  misuse,
  option,
  optionsOf,
  report,
  type Command,
  type CommandContext,
  type CommandOption,
  type ParsedCommand,
} from './command.ts'
import { countText, decimalText, figureText, percentText } from './figures.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { fold, tableOf } from './table.ts'

const pairOption = (help: string): CommandOption => ({ value: 'KEPT=OTHER', repeatable: true, help })

const DECISIONS = ['withdraw', 'merge', 'map', 'refuse'] as const

export const harmonise: Command = {
  words: ['harmonise'],
  summary: 'Proposes codes of two coders that may be two names of one thing, and takes decisions about them.',
  arguments: [STUDY],
  options: {
    round: { value: 'NAME', help: 'the independent round; the newest that was opened when not given' },
    map: pairOption('OTHER counts as KEPT wherever the round is compared; both stay'),
    merge: pairOption('OTHER becomes KEPT, in everyone’s work'),
    refuse: pairOption('they are two; not proposed again'),
    withdraw: pairOption('takes a mapping or a refusal away'),
    'map-same-names': { help: 'counts every pair as one that coders who worked apart gave the very same name' },
    as: { value: 'MODERATOR', help: 'who decides, and may take it back; nobody in particular when not given' },
    ...PASSPHRASE,
  },
  example: 'axial harmonise hospital --map "Data-missing-values=Data-missing-value" --as Mo',
  notes: [
    'A pair is proposed where its labels share words, where two coders put its codes on the same turns more often than chance gives, or both. Decisions are taken first, then everything is listed.',
    'Figures are by turn, before the first decision that changed them and now.',
    'Exit status 1: nothing is proposed, and nothing was decided.',
  ],
  async run(context, parsed) {
    const asked = DECISIONS.flatMap((kind) =>
      optionsOf(parsed, kind).map((text) => ({ kind, ...pairIn(parsed, text) })),
    )
    await openStudy(context, parsed)
    const { call } = context
    const who = { roundId: await roundOf(context, parsed), ...(await deciderOf(context, parsed)) }
    for (const { kind, kept, other } of asked) {
      const codes = await call('codes.list', {})
      const pair = { codeId: codeNamed(codes, kept), otherId: codeNamed(codes, other) }
      if (kind === 'withdraw') {
        const { decisions } = await call('harmonising.read', { roundId: who.roundId })
        const ids = [pair.codeId, pair.otherId]
        const decision = decisions.find(({ codeId, otherId }) => ids.includes(codeId) && ids.includes(otherId))
        if (decision === undefined) throw new AxialError('not-found', { what: 'decision', name: `${kept}=${other}` })
        await call('harmonising.withdraw', { ...who, decisionId: decision.id })
      } else await call(`harmonising.${kind}`, { ...who, ...pair })
    }
    if (parsed.flags.has('map-same-names')) {
      const { proposals } = await call('harmonising.read', { roundId: who.roundId })
      const alike = proposals.filter(({ isSameName }) => isSameName)
      const pairs = alike.map(({ code, other }) => ({ codeId: code.id, otherId: other.id }))
      if (pairs.length > 0) await call('harmonising.mapAll', { ...who, pairs })
    }
    const found = await call('harmonising.read', { roundId: who.roundId })
    const figures = await call('harmonising.figures', { roundId: who.roundId })
    return report(
      printed(found, figures),
      harmonisingText(found, figures, context.width),
      found.proposals.length + found.decisions.length === 0,
    )
  },
}

function pairIn(parsed: ParsedCommand, text: string): { readonly kept: string; readonly other: string } {
  const [kept = '', other = '', ...more] = text.split('=').map((part) => part.trim())
  if (kept !== '' && other !== '' && more.length === 0) return { kept, other }
  throw misuse(parsed.command, `a pair is written KEPT=OTHER, not "${text}"`)
}

async function roundOf({ call }: CommandContext, parsed: ParsedCommand) {
  const name = option(parsed, 'round')
  const rounds = await call('rounds.list', {})
  const opened = rounds.filter(({ kind, state }) => kind === 'independent' && state === 'open')
  const round = name === undefined ? (opened.at(-1) ?? rounds.at(-1)) : rounds.find((one) => one.name === name)
  if (round === undefined) throw new AxialError('not-found', { what: 'round', name: name ?? '' })
  return round.id
}

async function deciderOf({ call }: CommandContext, parsed: ParsedCommand) {
  const name = option(parsed, 'as')
  if (name === undefined) return {}
  const coder = (await call('coders.list', {})).find((one) => one.name === name)
  if (coder === undefined) throw new AxialError('not-found', { what: 'coder', name })
  return { coderId: coder.id }
}

function codeNamed(codes: Output<'codes.list'>, label: string): CodeId {
  const found = resolveLabel(codes, label)
  switch (found.kind) {
    case 'found':
      return found.code.id
    case 'ambiguous':
      throw new AxialError('code-ambiguous', {
        name: found.codes.map(({ id }) => pathOf(codebookOf(codes), id).join(PATH_SEPARATOR)).join(', '),
      })
    case 'unknown':
      throw new AxialError('not-found', { what: 'code', name: label })
  }
}

/** The document of `--json`. */
function printed(found: Output<'harmonising.read'>, { keptAt, before, after }: Output<'harmonising.figures'>) {
  const evidenceOf = ({ code, other, ...evidence }: ListedEvidence) => ({
    code: code.path,
    other: other.path,
    codeUses: code.uses,
    otherUses: other.uses,
    ...evidence,
  })
  return {
    round: found.round,
    readers: found.readers,
    proposals: found.proposals.map(({ basis, ...proposal }) => ({ basis, ...evidenceOf(proposal) })),
    decisions: found.decisions.map(({ kind, name, otherName, decidedBy, decidedAt }) => ({
      kind,
      code: name,
      other: otherName,
      decidedBy,
      decidedAt,
    })),
    keptAt,
    before,
    after,
  }
}

const BASES: Readonly<Record<HarmonisingProposal['basis'], string>> = {
  words: 'words',
  passages: 'passages',
  both: 'words, passages',
}

const KINDS: Readonly<Record<ListedDecision['kind'], string>> = {
  map: 'counts as',
  merge: 'merged into',
  refuse: 'is not',
}

const FIGURES: Readonly<Record<HarmonisedFigure, string>> = {
  kappaPooled: 'kappa, pooled',
  kappaMean: 'kappa, mean of codes',
  alphaJaccard: 'alpha, Jaccard',
  alphaMasi: 'alpha, MASI',
}

function harmonisingText(
  { round, readers, proposals, decisions }: Output<'harmonising.read'>,
  figures: Output<'harmonising.figures'>,
  width: number,
): string {
  const who = readers.map(({ coder, round: of, transcripts }) =>
    of === round ? `${coder} (${transcripts})` : `${coder} in ${of} (${transcripts})`,
  )
  const head = `${round}: ${countText(proposals.length, 'pair')} proposed. Readers, and how many transcripts of it each read: ${who.join(', ')}.`
  const proposed = tableOf(
    [
      { title: 'code', wrap: true },
      { title: 'other', wrap: true },
      { title: 'strength', align: 'right' },
      { title: 'by' },
      { title: 'words in common', wrap: true },
      { title: 'shared turns', align: 'right' },
      { title: 'lift', align: 'right' },
      { title: 'told apart by', wrap: true },
    ],
    proposals.map((each) => [
      each.code.path,
      each.other.path,
      each.strength.toFixed(2),
      each.isSameName ? 'same name' : BASES[each.basis],
      each.words.join(' '),
      each.units === 0 ? 'none' : String(each.turns),
      each.lift === null ? '' : decimalText(each.lift, 1),
      each.toldApartBy.join(', '),
    ]),
    width,
  )
  const decided = decisions.map(
    ({ kind, name, otherName, decidedBy }) =>
      `  ${otherName} ${KINDS[kind]} ${name}${decidedBy === null ? '' : ` (${decidedBy})`}`,
  )
  return [
    ...fold(head, width),
    ...(proposals.length === 0 ? [] : ['', proposed]),
    ...(decided.length === 0 ? [] : ['', 'Decided:', ...decided]),
    ...figures.after.flatMap((row) =>
      row.transcript === null ? ['', figureTable(row, rowLike(figures.before, row), width)] : [],
    ),
  ].join('\n')
}

function rowLike(rows: readonly HarmonisedRow[], { transcript, coders }: HarmonisedRow): HarmonisedRow | undefined {
  return rows.find((row) => row.transcript === transcript && row.coders.join('\n') === coders.join('\n'))
}

function figureTable(after: HarmonisedRow, before: HarmonisedRow | undefined, width: number): string {
  const { coders, units, transcripts, uncodedShare } = after
  const uncoded = uncodedShare === null ? 'undefined' : percentText(100 * uncodedShare)
  const text = (row: HarmonisedRow | undefined, name: HarmonisedFigure) =>
    row === undefined ? 'not measured' : figureText(row.figures[name], row.reasons[name])
  const head = `${coders.join(' and ')}: n = ${countText(units, 'turn')} of ${countText(transcripts, 'transcript')}; uncoded ${uncoded}; codes ${before?.codes ?? '?'} before, ${after.codes} now.`
  const table = tableOf(
    [{ title: 'figure' }, { title: 'before' }, { title: 'now' }],
    HARMONISED_FIGURES.map((name) => [FIGURES[name], text(before, name), text(after, name)]),
    width,
  )
  return [...fold(head, width), table].join('\n')
}
