import { asId, type OrganizationId } from '../domain/ids.ts'
import type { OpenStudy } from './study/open-study.ts'

/** The organization of this name, added where the study has none; null without a name. Within an action. */
export function findOrAddOrganization(study: OpenStudy, name: string): OrganizationId | null {
  if (name === '') return null
  const known = study.write.people.organizationNamed(name)
  if (known !== null) return known
  const id = asId<'organization'>(study.world.newId())
  study.write.people.addOrganization(id, name)
  return id
}
