import { asId, type OrganizationId, type ParticipantId } from '../domain/ids.ts'
import type { Participant, ParticipantAttribute } from '../domain/participant.ts'
import type { Connection } from './connection.ts'

interface Row {
  readonly id: string
  readonly pseudonym: string
  readonly role: string | null
  readonly years: number | null
  readonly organization: string | null
  readonly team: string | null
}

/** What a participant's row holds, apart from the study's own attributes. */
export interface ParticipantRecord {
  readonly id: ParticipantId
  readonly pseudonym: string
  readonly role: string | null
  readonly years: number | null
  readonly organizationId: OrganizationId | null
  readonly teamId: string | null
}

/** The participants of a study with everything noted of them. */
export class Participants {
  readonly #all
  readonly #attributes
  readonly #add
  readonly #change
  readonly #remove
  readonly #clearAttributes
  readonly #addAttribute
  readonly #team
  readonly #addTeam

  constructor(db: Connection) {
    this.#all = db.prepare<[], Row>(
      `SELECT p.id, p.pseudonym, p.role, p.years, o.name AS organization, t.name AS team
       FROM participant p LEFT JOIN organization o ON o.id = p.organization_id LEFT JOIN team t ON t.id = p.team_id
       ORDER BY p.pseudonym`,
    )
    this.#attributes = db.prepare<[], ParticipantAttribute & { participant: string }>(
      'SELECT participant_id AS participant, name, value FROM participant_attribute ORDER BY name',
    )
    this.#add = db.prepare<[string, string, string | null, number | null, string | null, string | null]>(
      'INSERT INTO participant (id, pseudonym, role, years, organization_id, team_id) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#change = db.prepare<[string, string | null, number | null, string | null, string | null, string]>(
      'UPDATE participant SET pseudonym = ?, role = ?, years = ?, organization_id = ?, team_id = ? WHERE id = ?',
    )
    this.#remove = db.prepare<[string]>('DELETE FROM participant WHERE id = ?')
    this.#clearAttributes = db.prepare<[string]>('DELETE FROM participant_attribute WHERE participant_id = ?')
    this.#addAttribute = db.prepare<[string, string, string, string]>(
      'INSERT INTO participant_attribute (id, participant_id, name, value) VALUES (?, ?, ?, ?)',
    )
    this.#team = db.prepare<[string, string], { id: string }>(
      'SELECT id FROM team WHERE organization_id = ? AND name = ?',
    )
    this.#addTeam = db.prepare<[string, string, string]>(
      'INSERT INTO team (id, organization_id, name) VALUES (?, ?, ?)',
    )
  }

  all(): readonly Participant[] {
    const attributes = Map.groupBy(this.#attributes.all(), ({ participant }) => participant)
    return this.#all.all().map((row) => ({
      ...row,
      id: asId(row.id),
      attributes: (attributes.get(row.id) ?? []).map(({ name, value }) => ({ name, value })),
    }))
  }

  add({ id, pseudonym, role, years, organizationId, teamId }: ParticipantRecord): void {
    this.#add.run(id, pseudonym, role, years, organizationId, teamId)
  }

  change({ id, pseudonym, role, years, organizationId, teamId }: ParticipantRecord): void {
    this.#change.run(pseudonym, role, years, organizationId, teamId, id)
  }

  remove(id: ParticipantId): void {
    this.#clearAttributes.run(id)
    this.#remove.run(id)
  }

  /** Puts these attributes in place of those there were. */
  setAttributes(id: ParticipantId, attributes: readonly ParticipantAttribute[], newId: () => string): void {
    this.#clearAttributes.run(id)
    for (const { name, value } of attributes) this.#addAttribute.run(newId(), id, name, value)
  }

  teamNamed(organization: OrganizationId, name: string): string | null {
    return this.#team.get(organization, name)?.id ?? null
  }

  addTeam(id: string, organization: OrganizationId, name: string): void {
    this.#addTeam.run(id, organization, name)
  }
}
