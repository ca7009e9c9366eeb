import { z } from 'zod'
import { MAX_INSTANCES } from '../../domain/catalog.ts'
import { PALETTE_SIZE } from '../../domain/codebook/codebook.ts'
import { TAXONOMY_KEYS } from '../../domain/taxonomy.ts'
import type { Id } from '../../domain/ids.ts'
import type { Offset } from '../../domain/span.ts'

/** The schemas that several procedures share. */
export const id = <Kind extends string>(_kind: Kind) =>
  z.custom<Id<Kind>>((value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value), 'an id')

export const offset = z.custom<Offset>(
  (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  'an offset',
)
export const span = z.object({ start: offset, end: offset })

export const nothing = z.object({})
export const count = z.int().min(0)
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or fr')

/** A file handed over whole. Its size was checked before it was read. */
export const file = z.object({
  name: z.string().min(1),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes'),
})
export type FilePayload = { readonly name: string; readonly bytes: Uint8Array }

export const taxonomyKey = z.enum(TAXONOMY_KEYS)
export const colour = z
  .int()
  .min(0)
  .max(PALETTE_SIZE - 1)

export const coder = z.object({ id: id('coder'), name: z.string(), kind: z.enum(['coder', 'moderator']) })
export const round = z.object({
  id: id('round'),
  name: z.string(),
  number: count,
  kind: z.enum(['independent', 'moderated']),
  state: z.enum(['blind', 'open']),
})

/** Every read that could show codings says who looks: what it may show is decided by `maySee`. */
export const viewer = z.object({ coderId: id('coder') })

export const instance = z.object({ category: z.string(), categoryName: z.string(), subcategory: z.string().nullable() })
export const instances = z.array(instance).max(MAX_INSTANCES)

/** Words of a transcript where they stand: whose they are, in which turn, and what stands around them in that turn. */
export const passage = z.object({
  transcriptId: id('transcript'),
  transcript: z.string(),
  /** Pseudonym of the participant whose transcript it is. */
  participant: z.string().nullable(),
  /** Number of the turn in which the words begin, from 1. */
  turn: count,
  speaker: z.string().nullable(),
  start: offset,
  end: offset,
  /** Up to a line of the same turn before and after; the words themselves are shortened when very long. */
  before: z.string(),
  words: z.string(),
  after: z.string(),
})
export type Passage = z.infer<typeof passage>
