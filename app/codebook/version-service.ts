import { codebookOf, PATH_SEPARATOR, pathOf, type Code } from '../../domain/codebook/codebook.ts'
import { countChanges, diffCodebooks } from '../../domain/codebook/codebook-diff.ts'
import type { CodebookVersion } from '../../domain/codebook/codebook-version.ts'
import { AxialError } from '../../domain/errors.ts'
import type { VersionId } from '../../domain/ids.ts'
import { versionDocuments } from '../../formats/codebook/version-documents.ts'
import type { Output } from '../contract.ts'
import { requireName, type Handlers, type Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { codesIn } from '../catalog/taxonomy-service.ts'

const encoder = new TextEncoder()

export const versionHandlers: Handlers<Under<'versions'>> = {
  'versions.list': (study) => listVersions(study),
  'versions.name': (study, { name: given, note, coderId }) => {
    const name = requireFreeName(study, given, null)
    const id = study.newId('version')
    const record = { id, name, note: note.trim(), namedAt: study.at(), coderId: coderId ?? null }
    study.act({ action: 'versions.name', detail: name, coderId }, () =>
      study.write.versions.add(record, study.write.codes.all(), study.world.newId),
    )
    const listed = listVersions(study).versions.find((version) => version.id === id)
    if (listed === undefined) throw new AxialError('not-found', { what: 'version', name })
    return listed
  },
  'versions.rename': (study, { id, name: given, note, coderId }) => {
    const before = requireVersion(study, id)
    const name = requireFreeName(study, given, id)
    study.act({ action: 'versions.rename', detail: name, coderId }, () =>
      study.write.versions.rename(id, name, note?.trim() ?? before.note),
    )
    return {}
  },
  'versions.remove': (study, { id, coderId }) => {
    const { name } = requireVersion(study, id)
    study.act({ action: 'versions.remove', detail: name, coderId }, () => study.write.versions.remove(id))
    return {}
  },
  'versions.read': (study, { id }) => {
    const { name, codes } = sideOf(study, id)
    return { name, codes: [...codes] }
  },
  'versions.compare': (study, { before, after }) => compare(study, before, after),
  'versions.export': (study, { id, language }) => {
    const { name, codes } = sideOf(study, id)
    if (codes.length === 0) throw new AxialError('nothing-to-export', { what: 'code' })
    const input = { study: study.read.title(), version: name, codes, shown: codesIn(codes, language) }
    return versionDocuments(input, { language }).map(({ name, text, contains }) => ({
      name,
      bytes: encoder.encode(text),
      contains,
    }))
  },
}

function listVersions(study: OpenStudy): Output<'versions.list'> {
  const { versions, codes } = study.read
  const held = versions.all().map((version) => ({ version, codes: versions.codesOf(version.id) }))
  const changesSince = (before: readonly Code[] | undefined, after: readonly Code[]) =>
    before === undefined ? null : countChanges(diffCodebooks(before, after))
  const now = codes.all()
  return {
    versions: held
      .map(({ version, codes }, index) => ({
        ...version,
        codes: codes.length,
        changes: changesSince(held[index - 1]?.codes, codes),
      }))
      .reverse(),
    codes: now.length,
    sinceLast: changesSince(held.at(-1)?.codes, now),
  }
}

/** A version's codes with its name, or the codebook as it is now, which has none. */
function sideOf(
  study: OpenStudy,
  id: VersionId | null,
): { readonly name: string | null; readonly codes: readonly Code[] } {
  if (id === null) return { name: null, codes: study.read.codes.all() }
  return { name: requireVersion(study, id).name, codes: study.read.versions.codesOf(id) }
}

function compare(study: OpenStudy, beforeId: VersionId | null, afterId: VersionId | null): Output<'versions.compare'> {
  const before = sideOf(study, beforeId)
  const after = sideOf(study, afterId)
  const { added, removed, changed } = diffCodebooks(before.codes, after.codes)
  const was = pathsIn(before.codes)
  const is = pathsIn(after.codes)
  const merges = study.read.versions.merges()
  return {
    before: { name: before.name, codes: before.codes.length },
    after: { name: after.name, codes: after.codes.length },
    added: added.map((code) => ({ code, path: is(code) })),
    removed: removed.map((code) => ({ code, path: was(code), merged: merges.get(code.id) ?? null })),
    changed: changed
      .filter(({ changes }) => changes.length > 0)
      .map(({ before, after, changes }) => ({
        before,
        pathBefore: was(before),
        after,
        path: is(after),
        changes: [...changes],
      })),
  }
}

function pathsIn(codes: readonly Code[]): (code: Code) => string {
  const codebook = codebookOf(codes)
  return ({ id }) => pathOf(codebook, id).join(PATH_SEPARATOR)
}

function requireVersion(study: OpenStudy, id: VersionId): CodebookVersion {
  const version = study.read.versions.all().find((candidate) => candidate.id === id)
  if (version === undefined) throw new AxialError('not-found', { what: 'version', name: id })
  return version
}

function requireFreeName(study: OpenStudy, given: string, except: VersionId | null): string {
  const name = requireName('version', given)
  const taken = study.read.versions.all().some((version) => version.name === name && version.id !== except)
  if (taken) throw new AxialError('name-taken', { what: 'version', name })
  return name
}
