import { z } from 'zod'
import { CODE_CHANGES } from '../../domain/codebook/codebook-diff.ts'
import { IMPORT_CHOICES, IMPORT_FIELDS } from '../../domain/codebook/codebook-import.ts'
import { code } from './codes.ts'
import { colour, count, file, id, nothing } from './values.ts'
import { long, read, write } from './procedure.ts'

const changeCounts = z.object({ added: count, removed: count, changed: count })

const version = z.object({
  id: id('version'),
  name: z.string(),
  note: z.string(),
  namedAt: z.string(),
  /** Who named it; null from the command line. */
  coder: z.string().nullable(),
  codes: count,
  /** Against the version named before it; null for the first. */
  changes: changeCounts.nullable(),
})
export type ListedVersion = z.infer<typeof version>

/** A version, or null: the codebook as it is now. */
const side = id('version').nullable()

const placed = z.object({ code, path: z.string() })

const comparison = z.object({
  /** Their names; null: as it is now. */
  before: z.object({ name: z.string().nullable(), codes: count }),
  after: z.object({ name: z.string().nullable(), codes: count }),
  added: z.array(placed),
  /** `merged` is what the action was about by which it became one with another; null where it was removed. */
  removed: z.array(placed.extend({ merged: z.string().nullable() })),
  changed: z.array(
    z.object({
      before: code,
      pathBefore: z.string(),
      after: code,
      path: z.string(),
      changes: z.array(z.enum(CODE_CHANGES)),
    }),
  ),
})
export type VersionComparison = z.infer<typeof comparison>

/** Where a codebook is imported from: a file handed over whole, or the path of another study on this machine. */
const source = z.discriminatedUnion('from', [
  z.object({ from: z.literal('file'), file }),
  z.object({ from: z.literal('study'), path: z.string().min(1), passphrase: z.string().optional() }),
])

/** What a code says, here or there; null: nothing is said of it in the file. */
const said = z.object({
  name: z.string(),
  definition: z.string().nullable(),
  inclusion: z.string().nullable(),
  exclusion: z.string().nullable(),
  colour: colour.nullable(),
})

const plannedCode = z.object({
  /** Where it stands in what is imported: unique there, and what choices are made by. */
  path: z.string(),
  kind: z.enum(['new', 'same', 'differs']),
  theirs: said,
  /** The study's code that it is, with its path; null for a new one. */
  mine: said.extend({ path: z.string() }).nullable(),
  fields: z.array(z.enum(IMPORT_FIELDS)),
  suggested: z.enum(IMPORT_CHOICES),
  /** Of a new one: a code of the study, in the same place, whose name differs in case alone. */
  alike: z.string().nullable(),
})
export type PlannedImport = z.infer<typeof plannedCode>

export const versionProcedures = {
  /** Newest first. `sinceLast`: what changed since the newest; null where there is no version. */
  'versions.list': read(
    nothing,
    z.object({ versions: z.array(version), codes: count, sinceLast: changeCounts.nullable() }),
  ),
  /** Freezes the codebook as it is under a name. */
  'versions.name': write(
    z.object({ name: z.string(), note: z.string().default(''), coderId: id('coder').optional() }),
    version,
  ),
  /** Changes the name and the note; what the version holds never changes. */
  'versions.rename': write(
    z.object({ id: id('version'), name: z.string(), note: z.string().optional(), coderId: id('coder').optional() }),
    nothing,
  ),
  'versions.remove': write(z.object({ id: id('version'), coderId: id('coder').optional() }), nothing),
  'versions.read': read(z.object({ id: side }), z.object({ name: z.string().nullable(), codes: z.array(code) })),
  'versions.compare': read(z.object({ before: side, after: side }), comparison),
  /** The files, whole, each with what it holds. The shell writes or downloads them. The same version gives the same bytes. */
  'versions.export': read(
    z.object({ id: side, language: z.enum(['en', 'fr']).default('en') }),
    z.array(file.extend({ contains: z.string() })),
  ),

  /** What an import would do; nothing is changed. */
  'codebook.preview': long(read(z.object({ source }), z.object({ source: z.string(), codes: z.array(plannedCode) }))),
  /** Imports it, all or nothing, as one action. Codes that differ and have no choice are treated as `otherwise` or suggested. */
  'codebook.import': long(
    write(
      z.object({
        source,
        choices: z.record(z.string(), z.enum(IMPORT_CHOICES)).default({}),
        otherwise: z.enum(IMPORT_CHOICES).optional(),
        coderId: id('coder').optional(),
      }),
      z.object({ source: z.string(), added: count, changed: count, same: count, kept: count }),
    ),
  ),
} as const
