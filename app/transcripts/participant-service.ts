import { AxialError } from '../../domain/errors.ts'
import type { OrganizationId, ParticipantId } from '../../domain/ids.ts'
import type { ParticipantAttribute } from '../../domain/participant.ts'
import type { ParsedInput, Output } from '../contract.ts'
import { requireName, type Handlers, type Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { findOrAddOrganization } from '../organization.ts'

export const participantHandlers: Handlers<Under<'participants'>> = {
  'participants.list': (study) => listParticipants(study),
  'participants.create': (study, input) => {
    const pseudonym = requirePseudonym(study, input.pseudonym, null)
    const id = study.newId('participant')
    study.act({ action: 'participants.create', detail: pseudonym, coderId: input.coderId }, () => {
      study.write.participants.add(recordOf(study, id, pseudonym, input))
      study.write.participants.setAttributes(id, attributesOf(input.attributes), study.world.newId)
    })
    return requireParticipant(study, id)
  },
  'participants.update': (study, input) => {
    requireParticipant(study, input.id)
    const pseudonym = requirePseudonym(study, input.pseudonym, input.id)
    study.act({ action: 'participants.update', detail: pseudonym, coderId: input.coderId }, () => {
      study.write.participants.change(recordOf(study, input.id, pseudonym, input))
      study.write.participants.setAttributes(input.id, attributesOf(input.attributes), study.world.newId)
    })
    return requireParticipant(study, input.id)
  },
  'participants.remove': (study, { id, coderId }) => {
    const { pseudonym } = requireParticipant(study, id)
    const count = study.read.transcripts.all().filter((transcript) => transcript.participantId === id).length
    if (count > 0) throw new AxialError('in-use', { what: 'participant', name: pseudonym, count })
    study.act({ action: 'participants.remove', detail: pseudonym, coderId }, () => study.write.participants.remove(id))
    return {}
  },
}

function listParticipants(study: OpenStudy): Output<'participants.list'> {
  return study.read.participants.all().map((one) => ({ ...one, attributes: [...one.attributes] }))
}

/** @throws AxialError not-found */
export function requireParticipant(study: OpenStudy, id: ParticipantId): Output<'participants.list'>[number] {
  const found = listParticipants(study).find((one) => one.id === id)
  if (found === undefined) throw new AxialError('not-found', { what: 'participant', name: id })
  return found
}

function requirePseudonym(study: OpenStudy, given: string, except: ParticipantId | null): string {
  const pseudonym = requireName('participant', given)
  const taken = study.read.participants.all().some((one) => one.pseudonym === pseudonym && one.id !== except)
  if (taken) throw new AxialError('name-taken', { what: 'participant', name: pseudonym })
  return pseudonym
}

/** Trimmed, the empty ones left out; of two with one name the later stands. */
function attributesOf(given: readonly ParticipantAttribute[]): readonly ParticipantAttribute[] {
  const fold = (text: string) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  const noted = new Map(given.map(({ name, value }) => [fold(name), fold(value)]))
  return [...noted].filter(([name, value]) => name !== '' && value !== '').map(([name, value]) => ({ name, value }))
}

function recordOf(
  study: OpenStudy,
  id: ParticipantId,
  pseudonym: string,
  input: Omit<ParsedInput<'participants.create'>, 'pseudonym'>,
) {
  const organizationId = findOrAddOrganization(study, input.organization.trim())
  const teamId = organizationId === null ? null : findOrAddTeam(study, organizationId, input.team.trim())
  return { id, pseudonym, role: input.role.trim() || null, years: input.years, organizationId, teamId }
}

function findOrAddTeam(study: OpenStudy, organization: OrganizationId, name: string): string | null {
  if (name === '') return null
  const known = study.write.participants.teamNamed(organization, name)
  if (known !== null) return known
  const id = study.world.newId()
  study.write.participants.addTeam(id, organization, name)
  return id
}
