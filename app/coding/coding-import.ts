import { alignTurns, type Alignment } from '../../domain/alignment/alignment.ts'
import { PATH_SEPARATOR, resolveLabel, type Code } from '../../domain/codebook/codebook.ts'
import { itemsByUnit, type Round } from '../../domain/coding.ts'
import type { Span } from '../../domain/span.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CodeId, CoderId, TranscriptId } from '../../domain/ids.ts'
import type { TranscriptText } from '../../domain/transcript.ts'
import {
  parseCodedTurns,
  sameInterviewName,
  transcriptFromCodedTurns,
  type CodedPass,
  type CodedTurns,
} from '../../formats/coded-turns.ts'
import { decodeText } from '../../formats/text-encoding.ts'
import { detectLanguage } from '../../formats/transcript-text.ts'
import { findOrAddAssignment } from '../assignment.ts'
import { newCode } from '../codebook/codebook-service.ts'
import { requireName } from '../handlers.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'
import { addTranscript } from '../transcripts/transcript-service.ts'

type Report = Output<'codings.import'>

/** The rounds of passes that name none. Coders' work done elsewhere arrives complete, so its rounds are open from the start. */
const IMPORT_ROUNDS: Readonly<Record<CodedPass['pass'], string>> = {
  independent: 'Imported, independent',
  moderated: 'Imported, moderated',
}

/** Imports files of coded turns, all of them or none, in one action. */
export async function importCodings(
  study: OpenStudy,
  { files, align, coderId }: ParsedInput<'codings.import'>,
  task: Task,
): Promise<Report> {
  const detail = files.map((file) => file.name).join(', ')
  return study.actLong({ action: 'codings.import', detail, coderId }, async () => {
    await task.say({ done: 0, total: files.length, what: files[0]?.name ?? '' })
    const run = new CodingImportRun(study, align)
    for (const [index, file] of files.entries()) {
      const { text } = decodeText(file.name, file.bytes)
      await run.take(file.name, parseCodedTurns(file.name, text), task)
      await task.step({ done: index + 1, total: files.length, what: file.name })
    }
    return run.report
  })
}

interface Target extends TranscriptText {
  readonly id: TranscriptId
  readonly name: string
  readonly created: boolean
}

/** One run of the import: what it has made so far, and the report of it. */
class CodingImportRun {
  readonly report: Report = { passes: [], createdCodes: [], unaligned: [] }
  readonly #study: OpenStudy
  readonly #align: 'text' | 'position'
  readonly #codes: Code[]
  readonly #byLabel = new Map<string, CodeId>()

  constructor(study: OpenStudy, align: 'text' | 'position') {
    this.#study = study
    this.#align = align
    this.#codes = [...study.write.codes.all()]
  }

  async take(file: string, { interview, sources }: CodedTurns, task: Task): Promise<void> {
    const coded = sources.filter(carriesCodes)
    const [first] = coded
    const target = first && this.#target(file, interview, first)
    for (const source of sources) {
      const round = this.#round(source)
      if (target === undefined || !carriesCodes(source)) {
        const { coder } = source
        const turns = source.turns.length
        const transcript = target?.name ?? interview
        const none = { matched: 0, covered: 0, approximate: 0, codings: 0, created: false, skipped: true }
        this.report.passes.push({ file, transcript, coder, round: round.name, turns, ...none })
        continue
      }
      this.#takePass(file, target, source, round)
      await task.step({ done: 0, total: 0, what: `${target.name}, ${source.coder}` })
    }
  }

  #takePass(file: string, target: Target, source: CodedPass, round: Round): void {
    const coderId = this.#coder(source)
    const { people, codings } = this.#study.write
    if (people.assignment(target.id, round.id, coderId) !== null) {
      throw new AxialError('already-imported', { name: file, detail: `${target.name}, ${source.coder}, ${round.name}` })
    }
    const assignment = findOrAddAssignment(this.#study, target.id, round.id, coderId)
    const alignments = this.#alignments(file, target, source)
    let made = 0
    for (const [index, turn] of source.turns.entries()) {
      const alignment = alignments[index]
      if (alignment === undefined || alignment.kind === 'unaligned') {
        const kept = { number: index + 1, speaker: turn.speaker, text: turn.text, codes: [...turn.codes] }
        codings.addUnaligned(assignment, kept, this.#study.world.newId)
        this.report.unaligned.push({ transcript: target.name, coder: source.coder, round: round.name, ...kept })
        continue
      }
      for (const label of turn.codes) {
        const codeId = this.#code(label)
        for (const { start, end } of alignment.spans) {
          const wanted = { transcriptId: target.id, start, end, codeId, coderId, roundId: round.id }
          if (codings.same(wanted) !== null) continue
          codings.add({ id: this.#study.newId('coding'), ...wanted })
          made++
        }
      }
    }
    const approximate = alignments.filter(({ kind }) => kind === 'approximate').length
    const matched = alignments.filter(({ kind }) => kind === 'exact').length + approximate
    this.report.passes.push({
      file,
      transcript: target.name,
      created: target.created,
      coder: source.coder,
      round: round.name,
      turns: source.turns.length,
      matched,
      covered: itemsByUnit(target.turns, alignments.flatMap(spansOf)).filter((spans) => spans.length > 0).length,
      approximate,
      codings: made,
      skipped: false,
    })
  }

  #alignments(file: string, target: Target, source: CodedPass): readonly Alignment[] {
    if (this.#align === 'text') return alignTurns(target, source.turns)
    if (source.turns.length !== target.turns.length) {
      const { coder, turns } = source
      throw new AxialError('turn-counts-differ', {
        name: file,
        coder,
        found: turns.length,
        expected: target.turns.length,
      })
    }
    return target.turns.map(({ start, end }) => ({ kind: 'exact', spans: [{ start, end }] }))
  }

  /** The transcript of this interview in the study, or a new one made of the pass's own turns. */
  #target(file: string, interview: string, source: CodedPass): Target {
    const { transcripts } = this.#study.write
    const known = transcripts.all().find(({ name }) => sameInterviewName(name, interview))
    if (known !== undefined) {
      const { id, name, revisionId } = known
      return { id, name, created: false, text: transcripts.text(revisionId), turns: transcripts.turns(revisionId) }
    }
    const content = transcriptFromCodedTurns(source.turns)
    if (content.turns.length === 0) throw new AxialError('import-empty', { name: file, detail: interview })
    const language = detectLanguage(content.text)
    const name = interview
    const { id } = addTranscript(this.#study, { name, sourceName: file, language, participantId: null, content })
    return { id, name, created: true, ...content }
  }

  #coder({ coder, pass }: CodedPass): CoderId {
    const name = requireName('coder', coder)
    const known = this.#study.write.people.coders().find((coder) => coder.name === name)
    if (known !== undefined) return known.id
    const id = this.#study.newId('coder')
    this.#study.write.people.addCoder({ id, name, kind: pass === 'moderated' ? 'moderator' : 'coder' })
    return id
  }

  /** The round that the pass names, where that can take in finished work of its kind; else the one of what is imported. */
  #round({ pass: kind, round: named }: CodedPass): Round {
    const rounds = this.#study.write.people.rounds()
    const ofName = (name: string) => rounds.find((round) => round.name === name)
    const asked = named === null ? IMPORT_ROUNDS[kind] : requireName('round', named)
    const taken = ofName(asked)
    const fits = taken === undefined || (taken.kind === kind && taken.state === 'open')
    const name = fits ? asked : IMPORT_ROUNDS[kind]
    const known = ofName(name)
    if (known !== undefined) return known
    const number = Math.max(0, ...rounds.map((round) => round.number)) + 1
    const round: Round = { id: this.#study.newId('round'), number, name, kind, state: 'open' }
    this.#study.write.people.addRound(round)
    return round
  }

  #code(label: string): CodeId {
    const known = this.#byLabel.get(label)
    if (known !== undefined) return known
    const resolution = resolveLabel(this.#codes, label)
    const id = resolution.kind === 'found' ? resolution.code.id : this.#createPath(label, resolution)
    this.#byLabel.set(label, id)
    return id
  }

  /** Creates what is missing of `Category / Code`. An ambiguous bare name becomes a code of its own, at the top. */
  #createPath(label: string, resolution: { kind: 'unknown'; path: readonly string[] } | { kind: 'ambiguous' }): CodeId {
    const path = resolution.kind === 'unknown' ? resolution.path : [label.trim()]
    let parent: Code | null = null
    for (const [index, name] of path.entries()) {
      const known = resolveLabel(this.#codes, path.slice(0, index + 1).join(PATH_SEPARATOR))
      if (known.kind === 'found' && known.code.parentId === (parent?.id ?? null)) {
        parent = known.code
        continue
      }
      const code: Code = newCode(this.#study, this.#codes, { name, parent })
      this.#study.write.codes.add(code)
      this.#codes.push(code)
      this.report.createdCodes.push(path.slice(0, index + 1).join(PATH_SEPARATOR))
      parent = code
    }
    if (parent === null) throw new AxialError('name-empty', { what: 'code' })
    return parent.id
  }
}

function spansOf(alignment: Alignment): readonly Span[] {
  return alignment.kind === 'unaligned' ? [] : alignment.spans
}

function carriesCodes(source: CodedPass): boolean {
  return source.turns.some((turn) => turn.codes.length > 0)
}
