import { countOutside } from '../../domain/coding.ts'
import { pathOf, PATH_SEPARATOR, type Codebook } from '../../domain/codebook/codebook.ts'
import { CodeSets } from '../../domain/agreement/code-sets.ts'
import type { CodeSet, LeftOutReason, UnitPair, UnitValues } from '../../domain/agreement/figures.ts'
import { instanceValues, screenedValues, type ScreenedValues } from '../../domain/agreement/screened-values.ts'
import { matchUnits } from '../../domain/agreement/span-matching.ts'
import type { Continuum } from '../../domain/agreement/unitizing-alpha.ts'
import { pairUnits, unitsOf, unitValues, type CodedSpan, type SegmentedText } from '../../domain/agreement/units.ts'
import { mapped } from '../../domain/harmonising/decision.ts'
import type { CodeId } from '../../domain/ids.ts'
import type { Screening } from '../../domain/screening.ts'
import type { Segment } from '../../domain/segment.ts'
import { CodebookInForce } from '../codebook/codebook-in-force.ts'
import type { Cell, Pass } from './compared-passes.ts'
import type { Comparison } from '../contract/agreement.ts'
import type { ParsedInput } from '../contract.ts'
import { RoundMappings } from '../harmonising/harmonised-round.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { isOf } from '../coding/screening-service.ts'

type Question = ParsedInput<'agreement.compute'>

/** What was left out of a comparison, with whose it was. */
export interface LeftOut {
  readonly reason: LeftOutReason
  readonly coder: string | null
  readonly count: number
}

/** What two passes, or all of a cell, have to be compared on. */
export interface Compared<Unit> {
  readonly units: readonly Unit[]
  /** Null where there are no free spans. */
  readonly continuum: Continuum | null
  readonly leftOut: readonly LeftOut[]
}

/** A pass with what its coder did. */
interface Work {
  readonly pass: Pass
  readonly codings: readonly CodedSpan[]
  readonly screenings: readonly Screening[]
  readonly codebook: Comparison['codebook']
  readonly mapped: ReadonlySet<CodeId>
  /** The ids of merges into codes used. */
  readonly merged: readonly string[]
}

type Mapping = ReadonlyMap<CodeId, CodeId>
const AS_CODED: Mapping = new Map()

/** Reads the passes of a cell, each once, and gives the units that they are compared on. */
export class ComparedUnits {
  readonly #study: OpenStudy
  readonly #question: Question
  readonly #codebook: Codebook
  readonly #inForce: CodebookInForce
  readonly #mappings: RoundMappings
  readonly #paths = new Map<CodeId, string>()
  readonly #sets = new CodeSets()

  constructor(study: OpenStudy, question: Question, codebook: Codebook) {
    this.#study = study
    this.#question = question
    this.#codebook = codebook
    this.#inForce = new CodebookInForce(study)
    this.#mappings = new RoundMappings(study.read)
  }

  read(cell: Cell): CellUnits {
    const { transcripts, segments, codings, screenings } = this.#study.read
    const { unit, subject, between, harmonised } = this.#question
    const { id, revisionId } = cell.transcript
    const content = {
      // The words are long, and only sentences need them.
      text: unit === 'sentence' && subject === 'codings' ? transcripts.text(revisionId) : '',
      turns: transcripts.turnSpans(revisionId),
      segments: unit === 'segment' || subject !== 'codings' ? segments.ofTranscript(id) : [],
    }
    const screened = subject === 'codings' ? [] : screenings.ofTranscript(id)
    const works = cell.passes.map((pass): Work => {
      const mapping = between === 'rounds' ? this.#mappings.overRounds : this.#mappings.of(pass.round.id)
      const names = harmonised ? mapping : AS_CODED
      const coded = subject === 'codings' ? codings.spansOfPass(id, pass.round.id, pass.coder.id) : []
      const own = screened.filter(isOf({ coderId: pass.coder.id, roundId: pass.round.id }))
      const used = codesIn(coded, subject === 'instances' ? own : [])
      return {
        pass,
        codings: coded.map(({ start, end, codeId }) => ({ start, end, code: this.#pathOf(mapped(names, codeId)) })),
        screenings: own.map((one) => ({ ...one, instances: one.instances.map((code) => mapped(names, code)) })),
        codebook: this.#inForce.of([...coded, ...own].map((each) => each.id)),
        mapped: new Set([...mapping.keys()].filter((code) => used.has(code))),
        merged: [...this.#mappings.mergedInto].flatMap(([merge, code]) => (used.has(code) ? [merge] : [])),
      }
    })
    return new CellUnits(content, works, this.#question, this.#sets, (code) => this.#pathOf(code))
  }

  #pathOf(code: CodeId): string {
    const path = this.#paths.get(code) ?? pathOf(this.#codebook, code).join(PATH_SEPARATOR)
    this.#paths.set(code, path)
    return path
  }
}

/** What a transcript's units are made of, with the ids of its segments. */
interface Content extends SegmentedText {
  readonly segments: readonly Segment[]
}

/** The passes over one transcript, read. */
export class CellUnits {
  readonly #content: Content
  readonly #works: readonly Work[]
  readonly #question: Question
  readonly #sets: CodeSets
  readonly #nameOf: (code: CodeId) => string

  constructor(
    content: Content,
    works: readonly Work[],
    question: Question,
    sets: CodeSets,
    nameOf: (code: CodeId) => string,
  ) {
    this.#content = content
    this.#works = works
    this.#question = question
    this.#sets = sets
    this.#nameOf = nameOf
  }

  codebooks(passes: readonly Pass[]): readonly Comparison['codebook'][] {
    return this.#worksOf(passes).map(({ codebook }) => codebook)
  }

  /** The codes that these passes used and that were mapped to another one. */
  mappedCodes(passes: readonly Pass[]): readonly CodeId[] {
    return this.#worksOf(passes).flatMap((work) => [...work.mapped])
  }

  /** The ids of merges, in harmonising, into codes that these passes used. */
  merges(passes: readonly Pass[]): readonly string[] {
    return this.#worksOf(passes).flatMap((work) => work.merged)
  }

  ofPair(pair: readonly [Pass, Pass]): Compared<UnitPair> {
    const works = this.#worksOf(pair)
    const { unit, subject, share } = this.#question
    const [first = [], second = []] = works.map(({ codings }) => codings)
    if (subject !== 'codings') {
      const { segments, leftOut } = this.#screened(works)
      return { units: segments.flatMap(({ values }) => pairOf(values)), continuum: null, leftOut }
    }
    const units =
      unit === 'overlap'
        ? matchUnits(this.#content.turns, first, second, share)
        : pairUnits(this.#content, unit, first, second, this.#sets)
    return { units, continuum: this.#continuum(works), leftOut: this.#outside(works) }
  }

  /** Every unit with the values of those who went through it: one at least. No unit where spans are matched two by two. */
  ofAll(): Compared<UnitValues> {
    const { unit, subject } = this.#question
    if (subject !== 'codings') {
      const { segments, leftOut } = this.#screened(this.#works)
      const units = segments.map(({ values }) => ({ values: values.filter((value) => value !== null), weight: 1 }))
      return { units, continuum: null, leftOut }
    }
    const codings = this.#works.map((work) => work.codings)
    const units = unit === 'overlap' ? [] : unitValues(this.#content, unit, codings, this.#sets)
    return { units, continuum: this.#continuum(this.#works), leftOut: this.#outside(this.#works) }
  }

  #worksOf(passes: readonly Pass[]): readonly Work[] {
    return passes.flatMap((pass) => this.#works.find((work) => work.pass === pass) ?? [])
  }

  #continuum(works: readonly Work[]): Continuum {
    return { turns: this.#content.turns, coders: works.map(({ codings }) => codings) }
  }

  #outside(works: readonly Work[]): readonly LeftOut[] {
    const { unit } = this.#question
    if (unit === 'overlap') return []
    const units = unitsOf(this.#content, unit === 'character' ? 'turn' : unit)
    return works.map(({ pass, codings }) => ({
      reason: 'outside-units',
      coder: pass.coder.name,
      count: countOutside(units, codings),
    }))
  }

  #screened(works: readonly Work[]): {
    readonly segments: ScreenedValues['segments']
    readonly leftOut: readonly LeftOut[]
  } {
    const ids = this.#content.segments.map(({ id }) => id)
    const screenings = works.map((work) => work.screenings)
    const { segments, leftOut } =
      this.#question.subject === 'screenings'
        ? screenedValues(ids, screenings)
        : instanceValues(ids, screenings, this.#nameOf)
    return {
      segments,
      leftOut: leftOut.map(({ reason, coder, count }) => ({
        reason,
        coder: works[coder]?.pass.coder.name ?? null,
        count,
      })),
    }
  }
}

function codesIn(
  codings: readonly { readonly codeId: CodeId }[],
  screenings: readonly Pick<Screening, 'instances'>[],
): ReadonlySet<CodeId> {
  return new Set([...codings.map(({ codeId }) => codeId), ...screenings.flatMap(({ instances }) => instances)])
}

function pairOf([first = null, second = null]: readonly (CodeSet | null)[]): readonly UnitPair[] {
  return first === null || second === null ? [] : [{ first, second, weight: 1 }]
}
