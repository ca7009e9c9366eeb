import type { Coder, Round } from '../domain/coding.ts'
import {
  asId,
  type AssignmentId,
  type CoderId,
  type OrganizationId,
  type ParticipantId,
  type RoundId,
  type TranscriptId,
} from '../domain/ids.ts'
import type { Connection } from './connection.ts'

export interface Participant {
  readonly id: ParticipantId
  readonly pseudonym: string
  readonly role: string | null
  readonly organizationId: OrganizationId | null
}

export interface Assignment {
  readonly id: AssignmentId
  readonly transcriptId: TranscriptId
  readonly roundId: RoundId
  readonly coderId: CoderId
}

interface ParticipantRow {
  readonly id: string
  readonly pseudonym: string
  readonly role: string | null
  readonly organization_id: string | null
}

interface AssignmentRow {
  readonly id: string
  readonly transcript_id: string
  readonly round_id: string
  readonly coder_id: string
}

function participantFromRow(row: ParticipantRow): Participant {
  const organizationId = row.organization_id === null ? null : asId<'organization'>(row.organization_id)
  return { id: asId(row.id), pseudonym: row.pseudonym, role: row.role, organizationId }
}

function assignmentFromRow(row: AssignmentRow): Assignment {
  return {
    id: asId(row.id),
    transcriptId: asId(row.transcript_id),
    roundId: asId(row.round_id),
    coderId: asId(row.coder_id),
  }
}

/** Who was interviewed, who codes, and in which round. */
export class People {
  readonly #organization
  readonly #addOrganization
  readonly #participant
  readonly #addParticipant
  readonly #changeParticipant
  readonly #countParticipants
  readonly #coders
  readonly #addCoder
  readonly #rounds
  readonly #addRound
  readonly #openRound
  readonly #assignment
  readonly #assignments
  readonly #addAssignment
  readonly #removeAssignments

  constructor(db: Connection) {
    this.#organization = db.prepare<[string], { id: string }>('SELECT id FROM organization WHERE name = ?')
    this.#addOrganization = db.prepare<[string, string]>('INSERT INTO organization (id, name) VALUES (?, ?)')
    this.#participant = db.prepare<[string], ParticipantRow>(
      'SELECT id, pseudonym, role, organization_id FROM participant WHERE pseudonym = ?',
    )
    this.#addParticipant = db.prepare<[string, string, string | null, string | null]>(
      'INSERT INTO participant (id, pseudonym, role, organization_id) VALUES (?, ?, ?, ?)',
    )
    this.#changeParticipant = db.prepare<[string | null, string | null, string]>(
      'UPDATE participant SET role = coalesce(?, role), organization_id = coalesce(?, organization_id) WHERE id = ?',
    )
    this.#countParticipants = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM participant')
    this.#coders = db.prepare<[], Coder>('SELECT id, name, kind FROM coder ORDER BY id')
    this.#addCoder = db.prepare<[string, string, string]>('INSERT INTO coder (id, name, kind) VALUES (?, ?, ?)')
    this.#rounds = db.prepare<[], Round>('SELECT id, name, number, kind, state FROM round ORDER BY number')
    this.#addRound = db.prepare<[string, number, string, string, string]>(
      'INSERT INTO round (id, number, name, kind, state) VALUES (?, ?, ?, ?, ?)',
    )
    this.#openRound = db.prepare<[string]>("UPDATE round SET state = 'open' WHERE id = ?")
    this.#assignment = db.prepare<[string, string, string], AssignmentRow>(
      `SELECT id, transcript_id, round_id, coder_id FROM assignment
       WHERE transcript_id = ? AND round_id = ? AND coder_id = ?`,
    )
    this.#assignments = db.prepare<[], AssignmentRow>(
      'SELECT id, transcript_id, round_id, coder_id FROM assignment ORDER BY id',
    )
    this.#addAssignment = db.prepare<[string, string, string, string]>(
      'INSERT INTO assignment (id, transcript_id, round_id, coder_id) VALUES (?, ?, ?, ?)',
    )
    this.#removeAssignments = db.prepare<[string]>('DELETE FROM assignment WHERE transcript_id = ?')
  }

  organizationNamed(name: string): OrganizationId | null {
    const row = this.#organization.get(name)
    return row === undefined ? null : asId(row.id)
  }

  addOrganization(id: OrganizationId, name: string): void {
    this.#addOrganization.run(id, name)
  }

  participantNamed(pseudonym: string): Participant | null {
    const row = this.#participant.get(pseudonym)
    return row === undefined ? null : participantFromRow(row)
  }

  addParticipant({ id, pseudonym, role, organizationId }: Participant): void {
    this.#addParticipant.run(id, pseudonym, role, organizationId)
  }

  /** Adds what was not said before; null leaves what stands. */
  changeParticipant(id: ParticipantId, role: string | null, organizationId: OrganizationId | null): void {
    this.#changeParticipant.run(role, organizationId, id)
  }

  countParticipants(): number {
    return this.#countParticipants.get()?.n ?? 0
  }

  coders(): readonly Coder[] {
    return this.#coders.all()
  }

  addCoder({ id, name, kind }: Coder): void {
    this.#addCoder.run(id, name, kind)
  }

  rounds(): readonly Round[] {
    return this.#rounds.all()
  }

  addRound({ id, number, name, kind, state }: Round): void {
    this.#addRound.run(id, number, name, kind, state)
  }

  openRound(id: RoundId): void {
    this.#openRound.run(id)
  }

  assignment(transcriptId: TranscriptId, roundId: RoundId, coderId: CoderId): Assignment | null {
    const row = this.#assignment.get(transcriptId, roundId, coderId)
    return row === undefined ? null : assignmentFromRow(row)
  }

  assignments(): readonly Assignment[] {
    return this.#assignments.all().map(assignmentFromRow)
  }

  addAssignment({ id, transcriptId, roundId, coderId }: Assignment): void {
    this.#addAssignment.run(id, transcriptId, roundId, coderId)
  }

  removeAssignments(transcriptId: TranscriptId): void {
    this.#removeAssignments.run(transcriptId)
  }
}
