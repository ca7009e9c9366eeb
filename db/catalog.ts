import type { Facet, Instance, Mismatch, Phase, QualityIssue } from '../domain/catalog.ts'
import { asId, type CodeId, type MismatchId, type SegmentId, type TranscriptId } from '../domain/ids.ts'
import type { Connection } from './connection.ts'

interface MismatchRow {
  readonly id: string
  readonly reference: string
  readonly interview: string
  readonly quote: string
  readonly description: string
  readonly information: string
}

interface SegmentMismatchRow {
  readonly id: string
  readonly reference: string
  readonly quote: string
  readonly description: string
  readonly information: string
}

/** A mismatch that was consolidated from a segment. */
export interface SegmentMismatch extends Pick<Mismatch, 'id' | 'reference' | 'quote' | 'description' | 'information'> {
  readonly codes: readonly CodeId[]
}

interface InstanceRow {
  readonly mismatch_id: string
  readonly code_id: string
  readonly name: string
  readonly abbreviation: string | null
  readonly parent_id: string | null
  readonly parent_name: string | null
  readonly parent_abbreviation: string | null
}

interface IssueRow {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly description: string
  readonly phase: Phase
}

function instanceFromRow(row: InstanceRow): Instance {
  const { parent_id: parentId, parent_name: parentName } = row
  if (parentId === null || parentName === null) {
    const code = row.abbreviation ?? row.name
    return { codeId: asId(row.code_id), category: { id: asId(row.code_id), code, name: row.name }, subcategory: null }
  }
  const category = { id: asId<'code'>(parentId), code: row.parent_abbreviation ?? parentName, name: parentName }
  return { codeId: asId(row.code_id), category, subcategory: row.name }
}

/** The consolidated mismatches and quality issues. */
export class CatalogRows {
  readonly #mismatches
  readonly #instances
  readonly #totals
  readonly #hasReference
  readonly #addMismatch
  readonly #ofSegment
  readonly #changeMismatch
  readonly #removeInstances
  readonly #removeMismatch
  readonly #instanceCodes
  readonly #leave
  readonly #addInstance
  readonly #issues
  readonly #facets
  readonly #evidence
  readonly #hasIssue
  readonly #addIssue
  readonly #addFacet
  readonly #addEvidence

  constructor(db: Connection) {
    this.#mismatches = db.prepare<[], MismatchRow>(
      'SELECT id, reference, interview, quote, description, information FROM mismatch ORDER BY position, reference',
    )
    this.#instances = db.prepare<[], InstanceRow>(
      `SELECT i.mismatch_id, i.code_id, c.name, c.abbreviation,
         p.id AS parent_id, p.name AS parent_name, p.abbreviation AS parent_abbreviation
       FROM instance i JOIN code c ON c.id = i.code_id LEFT JOIN code p ON p.id = c.parent_id
       ORDER BY i.mismatch_id, i.slot`,
    )
    this.#totals = db.prepare<[], { mismatches: number; instances: number }>(
      'SELECT (SELECT count(*) FROM mismatch) AS mismatches, (SELECT count(*) FROM instance) AS instances',
    )
    this.#hasReference = db.prepare<[string], { found: 1 }>('SELECT 1 AS found FROM mismatch WHERE reference = ?')
    this.#addMismatch = db.prepare<[string, string, string, string | null, string, string, string, number]>(
      `INSERT INTO mismatch (id, reference, interview, segment_id, quote, description, information, position)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#ofSegment = db.prepare<[string], SegmentMismatchRow>(
      'SELECT id, reference, quote, description, information FROM mismatch WHERE segment_id = ? ORDER BY position, id',
    )
    this.#changeMismatch = db.prepare<[string, string, string, string]>(
      'UPDATE mismatch SET quote = ?, description = ?, information = ? WHERE id = ?',
    )
    this.#removeInstances = db.prepare<[string]>('DELETE FROM instance WHERE mismatch_id = ?')
    this.#removeMismatch = db.prepare<[string]>('DELETE FROM mismatch WHERE id = ?')
    this.#instanceCodes = db.prepare<[string], { code_id: string }>(
      'SELECT code_id FROM instance WHERE mismatch_id = ? ORDER BY slot',
    )
    this.#leave = db.prepare<[string]>(
      'UPDATE mismatch SET segment_id = NULL WHERE segment_id IN (SELECT id FROM segment WHERE transcript_id = ?)',
    )
    this.#addInstance = db.prepare<[string, string, number, string]>(
      'INSERT INTO instance (id, mismatch_id, slot, code_id) VALUES (?, ?, ?, ?)',
    )
    this.#issues = db.prepare<[], IssueRow>(
      'SELECT id, reference, name, description, phase FROM quality_issue ORDER BY position, reference',
    )
    this.#facets = db.prepare<[string], { facet: Facet; text: string }>(
      'SELECT kind AS facet, text FROM facet WHERE quality_issue_id = ? ORDER BY position',
    )
    this.#evidence = db.prepare<[string], { interview: string; quote: string }>(
      'SELECT interview, quote FROM evidence WHERE quality_issue_id = ? ORDER BY position',
    )
    this.#hasIssue = db.prepare<[string], { found: 1 }>('SELECT 1 AS found FROM quality_issue WHERE reference = ?')
    this.#addIssue = db.prepare<[string, string, string, string, string, number]>(
      'INSERT INTO quality_issue (id, reference, name, description, phase, position) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#addFacet = db.prepare<[string, string, string, string, number]>(
      'INSERT INTO facet (id, quality_issue_id, kind, text, position) VALUES (?, ?, ?, ?, ?)',
    )
    this.#addEvidence = db.prepare<[string, string, string, string, number]>(
      'INSERT INTO evidence (id, quality_issue_id, interview, quote, position) VALUES (?, ?, ?, ?, ?)',
    )
  }

  mismatches(): readonly Mismatch[] {
    const instances = Map.groupBy(this.#instances.all(), (row) => row.mismatch_id)
    return this.#mismatches.all().map(({ id, ...row }) => ({
      ...row,
      id: asId<'mismatch'>(id),
      instances: (instances.get(id) ?? []).map(instanceFromRow),
    }))
  }

  totals(): { readonly mismatches: number; readonly instances: number } {
    return this.#totals.get() ?? { mismatches: 0, instances: 0 }
  }

  hasMismatch(reference: string): boolean {
    return this.#hasReference.get(reference) !== undefined
  }

  addMismatch(
    mismatch: Omit<Mismatch, 'instances'> & {
      readonly codes: readonly CodeId[]
      readonly position: number
      readonly segmentId?: SegmentId
    },
    newId: () => string,
  ): void {
    const { id, reference, interview, segmentId = null, quote, description, information, position } = mismatch
    this.#addMismatch.run(id, reference, interview, segmentId, quote, description, information, position)
    this.#addInstances(id, mismatch.codes, newId)
  }

  /** The mismatch that was consolidated from a segment; null where there is none. */
  ofSegment(segmentId: SegmentId): SegmentMismatch | null {
    const row = this.#ofSegment.get(segmentId)
    if (row === undefined) return null
    return { ...row, id: asId(row.id), codes: this.#instanceCodes.all(row.id).map(({ code_id: id }) => asId(id)) }
  }

  /** Gives a mismatch other words and instances; its reference stays. */
  changeMismatch(before: SegmentMismatch, now: Omit<SegmentMismatch, 'id' | 'reference'>, newId: () => string): void {
    this.#changeMismatch.run(now.quote, now.description, now.information, before.id)
    if (before.codes.join() === now.codes.join()) return
    this.#removeInstances.run(before.id)
    this.#addInstances(before.id, now.codes, newId)
  }

  removeMismatch(id: MismatchId): void {
    this.#removeInstances.run(id)
    this.#removeMismatch.run(id)
  }

  /** Lets the mismatches of a transcript's segments stand by themselves, since the segments go. */
  leaveSegmentsOf(transcriptId: TranscriptId): void {
    this.#leave.run(transcriptId)
  }

  #addInstances(id: MismatchId, codes: readonly CodeId[], newId: () => string): void {
    codes.forEach((code, index) => this.#addInstance.run(newId(), id, index + 1, code))
  }

  qualityIssues(): readonly QualityIssue[] {
    return this.#issues.all().map(({ id, ...row }) => ({
      ...row,
      id: asId<'quality-issue'>(id),
      facets: this.#facets.all(id),
      evidence: this.#evidence.all(id),
    }))
  }

  hasQualityIssue(reference: string): boolean {
    return this.#hasIssue.get(reference) !== undefined
  }

  addQualityIssue(issue: QualityIssue, position: number, newId: () => string): void {
    const { id, reference, name, description, phase } = issue
    this.#addIssue.run(id, reference, name, description, phase, position)
    issue.facets.forEach(({ facet, text }, index) => this.#addFacet.run(newId(), id, facet, text, index))
    issue.evidence.forEach(({ interview, quote }, index) => this.#addEvidence.run(newId(), id, interview, quote, index))
  }
}
