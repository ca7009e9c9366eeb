import { SCOPES, type Agreement } from '../contract/agreement.ts'
import { SUBJECTS } from '../../domain/agreement/subject.ts'
import { UNITS } from '../../domain/agreement/units.ts'
import { printedDrift } from './agreement-drift.ts'
import { agreementText } from './agreement-text.ts'
import {
  choiceOption,
  given,
  integerOption,
  misuse,
  option,
  optionsOf,
  report,
  splitList,
  type Command,
  type ParsedCommand,
} from './command.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'

export const agreement: Command = {
  words: ['agreement'],
  summary: 'Measures how far coders of the same transcripts agree.',
  arguments: [STUDY],
  options: {
    transcript: { value: 'NAME', repeatable: true, help: 'only this transcript; all when not given' },
    round: { value: 'NAME', repeatable: true, help: 'only this round; all independent ones when not given' },
    coders: {
      value: 'A,B|all',
      help: 'only these two coders, in this order; all: every pair, and all of them together; every pair when not given',
    },
    unit: {
      value: UNITS.join('|'),
      help: 'what is compared; overlap: spans that overlap enough to be one; turn by default',
    },
    share: {
      value: 'PERCENT',
      help: 'of the unit overlap: how much of what two spans cover they must share; 50 by default',
    },
    what: {
      value: SUBJECTS.join('|'),
      help: 'what of the work; screenings: which segments were included; instances: of which kind; codings by default',
    },
    over: {
      value: SCOPES.join('|'),
      help: 'whose units stand together: one transcript’s, all of a round, of a version of the codebook, all; transcript by default',
    },
    intra: { help: 'each coder with themself, one round against another' },
    harmonised: {
      help: 'codes that were mapped in harmonising their round count as one; without it each name counts as it was coded',
    },
    seed: { value: 'N', help: 'seed of the bootstrap intervals; 1 by default' },
    resamples: { value: 'N', help: 'resamples of the bootstrap; 1000 by default, 0 leaves the intervals out' },
    ...PASSPHRASE,
  },
  example: 'axial agreement hospital --coders all --over round --seed 7',
  notes: [
    'Exit status 1: no transcript was coded by two coders in the same round, so that there is nothing to compare.',
  ],
  async run(context, parsed) {
    const unit = choiceOption(parsed, 'unit', UNITS)
    const percent = integerOption(parsed, 'share', 1, 100)
    const subject = choiceOption(parsed, 'what', SUBJECTS)
    const scope = choiceOption(parsed, 'over', SCOPES)
    const seed = integerOption(parsed, 'seed', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    const resamples = integerOption(parsed, 'resamples', 0, 10_000)
    const group = option(parsed, 'coders') === 'all'
    const coders = group ? undefined : codersOf(parsed)
    const share = percent === undefined ? undefined : percent / 100
    if (share !== undefined && unit !== 'overlap') throw misuse(parsed.command, '--share is of --unit overlap alone')
    await openStudy(context, parsed)
    const result = await context.call('agreement.compute', {
      transcripts: [...optionsOf(parsed, 'transcript')],
      rounds: [...optionsOf(parsed, 'round')],
      between: parsed.flags.has('intra') ? 'rounds' : 'coders',
      group,
      harmonised: parsed.flags.has('harmonised'),
      ...given({ coders, unit, share, subject, scope, seed, resamples }),
    })
    const isNothing = result.comparisons.length === 0 && result.groups.length === 0
    return report(printedAgreement(result), agreementText(result, context.width), isNothing)
  },
}

/** The document of `--json`. `drift` is of codes over rounds, where rounds are compared; `coded` is how many units at least one of the two coded, or of a group any. */
export function printedAgreement(result: Agreement) {
  const { comparisons, groups, ...settings } = result
  return {
    ...settings,
    drift: printedDrift(result),
    comparisons: comparisons.map(({ coded, ...comparison }) => ({
      ...comparison,
      coded: coded.either,
      codedByFirst: coded.first,
      codedBySecond: coded.second,
      uncodedShare: coded.uncodedShare,
    })),
    groups: groups.map(({ coded, ...group }) => ({ ...group, coded: coded.any, uncodedShare: coded.uncodedShare })),
  }
}

function codersOf(parsed: ParsedCommand): [string, string] | undefined {
  const text = option(parsed, 'coders')
  if (text === undefined) return undefined
  const [first, second, ...others] = splitList(text)
  if (first !== undefined && second !== undefined && first !== second && others.length === 0) return [first, second]
  throw misuse(parsed.command, `--coders takes two different names, such as C1,C2, or all, not "${text}"`)
}
