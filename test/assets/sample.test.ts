import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FACETS, MAX_INSTANCES, PHASES } from '../../domain/catalog.ts'
import { parsePath } from '../../domain/codebook/codebook.ts'
import { TAXONOMY_KEYS } from '../../domain/taxonomy.ts'
import { readTaxonomy } from './built-in-taxonomy.ts'

const file = (name: string) => readFileSync(new URL(`../../assets/sample/${name}`, import.meta.url))
const read = (name: string) => file(name).toString('utf8')
const listed = (folder: string) => readdirSync(new URL(`../../assets/sample/${folder}/`, import.meta.url)).sort()

const study = z
  .object({
    title: z.string(),
    taxonomies: z.array(z.enum(TAXONOMY_KEYS)),
    participants: z.array(
      z.object({ transcript: z.string(), pseudonym: z.string(), role: z.string(), organization: z.string() }),
    ),
    surveyName: z.string(),
    surveyBy: z.string(),
    interviews: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('study.json')))

const codedTurns = z.object({
  interview: z.string(),
  sources: z.array(
    z.object({
      coder: z.string(),
      pass: z.enum(['independent', 'moderated']),
      round: z.string().default(''),
      turns: z.array(z.object({ speaker: z.string(), text: z.string(), codes: z.array(z.string()) })),
    }),
  ),
})

/** The pass over every interview, which names no round; the pilots before it do. */
const isOfMainPass = ({ round }: { readonly round: string }) => round === ''

const catalog = z
  .object({
    interviews: z.array(
      z.object({
        interview: z.int(),
        sheet: z.string(),
        transcript: z.string(),
        mismatches: z.array(
          z.object({
            reference: z.string(),
            quote: z.string().min(1),
            description: z.string().min(1),
            information: z.string().min(1),
            instances: z
              .array(z.object({ category: z.string(), subcategory: z.string() }))
              .min(1)
              .max(MAX_INSTANCES),
          }),
        ),
      }),
    ),
  })
  .parse(JSON.parse(read('mismatches.json')))

const { issues } = z
  .object({
    issues: z.array(
      z.object({
        reference: z.string(),
        name: z.string(),
        description: z.string(),
        phase: z.enum(PHASES),
        facets: z.array(z.object({ facet: z.enum(FACETS), text: z.string().min(1) })),
        evidence: z.array(z.object({ interview: z.string(), quote: z.string().min(1) })).min(1),
      }),
    ),
  })
  .parse(JSON.parse(read('quality-issues.json')))

/** The sample's own labels, so that counting turns needs no reader of ours. */
const LABEL = /^(?:\[(\d\d):(\d\d):(\d\d)\] )?(Interviewer|Intervieweuse|P\d[a-z])(?:: |\u0020: )/
const transcripts = study.participants.map(({ transcript }) => ({
  name: transcript,
  text: read(`transcripts/${transcript}.txt`),
}))
const turnsOf = (text: string) => {
  const turns: { speaker: string; text: string }[] = []
  for (const paragraph of text.trimEnd().split('\n\n')) {
    const label = LABEL.exec(paragraph)
    const last = turns.at(-1)
    if (label) turns.push({ speaker: label[4] ?? '', text: paragraph.slice(label[0].length) })
    else if (last) last.text += `\n\n${paragraph}`
  }
  return turns
}
const textOf = (name: string) => transcripts.find((transcript) => transcript.name === name)?.text ?? ''
const mismatches = catalog.interviews.flatMap((interview) => interview.mismatches)
const mismatchTaxonomy = readTaxonomy('ml-mismatch')
const mismatchPaths = mismatchTaxonomy.categories.flatMap(({ name, codes }) =>
  codes.map((code) => `${name} / ${code.name}`),
)

describe('the manifest of the sample', () => {
  it('names every transcript that is there, and no other', () => {
    expect(study.participants.map(({ transcript }) => `${transcript}.txt`).sort()).toEqual(listed('transcripts'))
  })

  it('has four participants from three organizations', () => {
    expect(study.participants.map(({ pseudonym }) => pseudonym)).toEqual(['P1a', 'P1b', 'P2a', 'P3a'])
    expect(new Set(study.participants.map(({ organization }) => organization)).size).toBe(3)
  })

  it('says which transcript each numbered interview is', () => {
    expect(catalog.interviews.map(({ interview, transcript }) => [String(interview), transcript])).toEqual(
      Object.entries(study.interviews),
    )
  })

  it('is said to be invented', () => {
    expect(study.title).toContain('Invented')
    expect(read('README.md')).toContain('Everything here is invented.')
  })
})

describe.each(transcripts)('the transcript $name', ({ name, text }) => {
  const turns = turnsOf(text)

  it('has 60 to 120 turns', () => {
    expect(turns.length).toBeGreaterThanOrEqual(60)
    expect(turns.length).toBeLessThanOrEqual(120)
  })

  it('alternates between two speakers, one of them the participant it is named for', () => {
    expect(new Set(turns.map(({ speaker }) => speaker))).toContain(name.slice(0, 3))
    expect(turns.filter(({ speaker }, index) => speaker === turns[index + 1]?.speaker)).toEqual([])
  })

  it('holds no mark of how it was made', () => {
    expect(text).not.toMatch(/[<>#]|\bundefined\b/)
  })

  it('is coded word for word by two coders and a moderator', () => {
    const coded = codedTurns.parse(JSON.parse(read(`codings/${name}.json`)))
    expect(coded.interview).toBe(name)
    expect(coded.sources.filter(isOfMainPass).map(({ coder, pass }) => [coder, pass])).toEqual([
      ['Ada', 'independent'],
      ['Ben', 'independent'],
      ['Mira', 'moderated'],
    ])
    for (const source of coded.sources) {
      expect(source.turns.map(({ speaker, text }) => ({ speaker, text }))).toEqual(turns)
    }
  })

  it('is coded with a kappa of what was coded between 0.5 and 0.8', () => {
    const [first, second] = codedTurns.parse(JSON.parse(read(`codings/${name}.json`))).sources.filter(isOfMainPass)
    const answers = (source: typeof first) => source?.turns.map(({ codes }) => codes.length > 0) ?? []
    const kappa = cohenKappa(answers(first), answers(second))
    expect(kappa).toBeGreaterThan(0.5)
    expect(kappa).toBeLessThan(0.8)
  })
})

describe('the formats of the transcripts', () => {
  it('have stamps in one, rising from turn to turn', () => {
    const seconds = textOf('P1b software engineer')
      .split('\n\n')
      .map((turn) => LABEL.exec(turn))
      .map((stamp) => 3600 * Number(stamp?.[1]) + 60 * Number(stamp?.[2]) + Number(stamp?.[3]))
    expect(seconds.length).toBeGreaterThan(60)
    expect(seconds).toEqual([...new Set(seconds)].sort((a, b) => a - b))
  })

  it('have several paragraphs a turn in one', () => {
    expect(
      turnsOf(textOf('P2a operations engineer')).filter(({ text }) => text.includes('\n\n')).length,
    ).toBeGreaterThan(5)
  })

  it('have spaced colons and guillemets in the French one', () => {
    expect(textOf('P3a responsable produit')).toMatch(/^Intervieweuse : /)
    expect(textOf('P3a responsable produit')).toMatch(/«\u00a0[^»]+\u00a0»/)
  })
})

describe('the codings of the sample', () => {
  const codings = listed('codings').map((name) => codedTurns.parse(JSON.parse(read(`codings/${name}`))))
  const labels = (coder: string) =>
    new Set(
      codings
        .flatMap(({ sources }) => sources.filter((source) => source.coder === coder))
        .flatMap(({ turns }) => turns.flatMap(({ codes }) => codes)),
    )

  it('use all seven categories of the mismatch taxonomy, by names it has', () => {
    const known = new Set(mismatchTaxonomy.categories.map(({ name }) => name))
    const used = [...labels('Mira')].filter((label) => known.has(parsePath(label)[0] ?? ''))
    expect(new Set(used.map((label) => parsePath(label)[0]))).toEqual(known)
    expect(used.filter((label) => !mismatchPaths.includes(label))).toEqual([])
  })

  it('hold two pilots of both interviews of one organization, in the second of which more is alike', () => {
    const pilots = codings.map(({ interview, sources }) => ({
      interview,
      rounds: Map.groupBy(
        sources.filter((source) => !isOfMainPass(source)),
        ({ round }) => round,
      ),
    }))
    const held = pilots.map(({ interview, rounds }) => [interview, [...rounds.keys()]])
    expect(held).toEqual(
      codings.map(({ interview }) => [interview, interview.startsWith('P1') ? ['Pilot 1', 'Pilot 2'] : []]),
    )
    for (const { rounds } of pilots.filter(({ interview }) => interview.startsWith('P1'))) {
      const alike = [...rounds.values()].map(([ada, ben, ...others]) => {
        expect([ada?.coder, ada?.pass, ben?.coder, ben?.pass, others]).toEqual([
          'Ada',
          'independent',
          'Ben',
          'independent',
          [],
        ])
        return ada?.turns.filter(({ codes }, turn) => codes.some((code) => ben?.turns[turn]?.codes.includes(code)))
          .length
      })
      expect(alike[1]).toBeGreaterThan(alike[0] ?? Infinity)
    }
  })

  it('hold two names for one thing before moderation, and one after it', () => {
    expect(labels('Ada')).toContain('missing documentation')
    expect(labels('Ben')).toContain('documentation missing')
    expect(labels('Mira')).not.toContain('documentation missing')
  })

  it('hold turns that both coded differently', () => {
    for (const { sources } of codings) {
      const [first, second] = sources.filter(isOfMainPass)
      const different = first?.turns.filter(({ codes }, index) => {
        const other = second?.turns[index]?.codes ?? []
        return codes.length > 0 && other.length > 0 && [...codes].sort().join() !== [...other].sort().join()
      })
      expect(different?.length).toBeGreaterThan(5)
    }
  })
})

describe('the mismatches of the sample', () => {
  it('are 30 or more over all seven categories', () => {
    expect(mismatches.length).toBeGreaterThanOrEqual(30)
    expect(new Set(mismatches.flatMap(({ instances }) => instances.map(({ category }) => category)))).toEqual(
      new Set(mismatchTaxonomy.categories.map(({ name }) => name)),
    )
  })

  it('use pairs of the taxonomy only', () => {
    const pairs = mismatches.flatMap(({ instances }) =>
      instances.map((pair) => `${pair.category} / ${pair.subcategory}`),
    )
    expect(pairs.filter((pair) => !mismatchPaths.includes(pair))).toEqual([])
  })

  it('have references that count up within their interview', () => {
    for (const { interview, mismatches } of catalog.interviews) {
      expect(mismatches.map(({ reference }) => reference)).toEqual(
        mismatches.map((_, index) => `M0${interview}-${String(index + 1).padStart(2, '0')}`),
      )
    }
  })

  it('quote their transcript word for word, in its order', () => {
    for (const { transcript, mismatches } of catalog.interviews) {
      const places = mismatches.map(({ quote }) => textOf(transcript).indexOf(quote))
      expect(places).not.toContain(-1)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  it('are in the workbook as they are in the JSON', async () => {
    const sheets = await readExcel(file('mismatches.xlsx'))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(catalog.interviews.map(({ sheet }) => sheet))
    for (const [index, { data }] of sheets.entries()) {
      const rows = catalog.interviews[index]?.mismatches.map(
        ({ reference, quote, description, information, instances }) => [
          reference,
          quote,
          description,
          information,
          ...instances.flatMap(({ category, subcategory }) => [category, subcategory]),
        ],
      )
      expect(data.slice(1).map((row) => row.filter((cell) => cell !== null))).toEqual(rows)
    }
  })
})

describe('the quality issues of the sample', () => {
  it('are five or more over all five phases, each with its four facets', () => {
    expect(issues.length).toBeGreaterThanOrEqual(5)
    expect(new Set(issues.map(({ phase }) => phase))).toEqual(new Set(PHASES))
    for (const { facets } of issues) expect(facets.map(({ facet }) => facet)).toEqual(FACETS)
  })

  it('quote their interviews word for word', () => {
    const evidence = issues.flatMap((issue) => issue.evidence)
    expect(evidence.filter(({ interview, quote }) => !textOf(interview).includes(quote))).toEqual([])
  })
})

describe('the survey of the sample', () => {
  const [ids = [], questions = [], ...respondents] = z.array(z.array(z.string())).parse(parse(read('survey.csv')))
  const column = (id: string) => respondents.map((row) => row[ids.indexOf(id)])
  const items = ids.filter((id) => /^Q\d+_\d+$/.test(id))

  it('has 24 respondents in three roles', () => {
    expect(respondents).toHaveLength(24)
    const roles = Map.groupBy(column(study.surveyBy), (role) => role)
    const sizes = new Map([...roles].map(([role, members]) => [role, members.length]))
    expect(sizes).toEqual(
      new Map([
        ['Data Scientist', 10],
        ['Software Engineer', 8],
        ['Operations', 6],
      ]),
    )
  })

  it('rates 14 or more subcategories over all seven categories on four points, some left unanswered', () => {
    const rated = items.map((id) => questions[ids.indexOf(id)]?.match(/^([^:]+): .* - ([^:]+): /))
    expect(rated.filter((match) => !mismatchPaths.includes(`${match?.[1]} / ${match?.[2]}`))).toEqual([])
    expect(rated.length).toBeGreaterThanOrEqual(14)
    expect(new Set(rated.map((match) => match?.[1])).size).toBe(7)
    expect(new Set(items.flatMap(column))).toEqual(
      new Set(['Not Important', 'Somewhat Important', 'Important', 'Very Important', '']),
    )
  })

  it('has e-mail and address columns that nobody can have', () => {
    expect(column('RecipientEmail').filter((address) => !address?.endsWith('@example.org'))).toEqual([])
    // RFC 5737 keeps 192.0.2.0/24 for documentation.
    expect(column('IPAddress').filter((address) => !address?.startsWith('192.0.2.'))).toEqual([])
  })
})

/** Cohen's kappa of two coders' yes and no, spelled out so that the sample is not judged by the code it is to test. */
function cohenKappa(first: readonly boolean[], second: readonly boolean[]): number {
  const n = first.length
  const share = (answers: readonly boolean[]) => answers.filter(Boolean).length / n
  const observed = first.filter((answer, index) => answer === second[index]).length / n
  const expected = share(first) * share(second) + (1 - share(first)) * (1 - share(second))
  return (observed - expected) / (1 - expected)
}
