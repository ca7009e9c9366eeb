import { z } from 'zod'
import { PALETTE_SIZE } from '../../domain/codebook/codebook.ts'
import { CODE_FIELDS, OWNED_TABLES, type Work } from '../../domain/packet/packet.ts'
import { parseDocument } from '../json-document.ts'

/*
 * The inside of a packet: rows under the names of their columns. Whatever a file says is checked here for its shape; what it
 * means in a study is checked where it is merged.
 */

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const name = z
  .string()
  .min(1)
  .max(1000)
  .refine((text) => text.trim() !== '' && text.isWellFormed())
const text = z.string().refine((value) => value.isWellFormed())
const at = z.iso.datetime()
const offset = z.int().min(0).max(1e9)
const answer = z.enum(['yes', 'no']).nullable()
const pass = { coder_id: uuid, round_id: uuid }

const code = z.strictObject({
  id: uuid,
  parent_id: uuid.nullable(),
  name,
  abbreviation: text.nullable(),
  definition: text,
  inclusion: text,
  exclusion: text,
  colour: z
    .int()
    .min(0)
    .max(PALETTE_SIZE - 1),
  position: z.int().min(-1e9).max(1e9),
  taxonomy: text.nullable(),
  retired_at: at.nullable(),
})

const segment = z.strictObject({ id: uuid, transcript_id: uuid, start: offset, end: offset, title: text })

const work = z.strictObject({
  assignment: z.array(z.strictObject({ id: uuid, transcript_id: uuid, ...pass })),
  coding: z.array(
    z.strictObject({ id: uuid, transcript_id: uuid, start: offset, end: offset, code_id: uuid, ...pass }),
  ),
  screening: z.array(
    z.strictObject({
      id: uuid,
      segment_id: uuid,
      ...pass,
      i1: answer,
      i2: answer,
      e1: answer,
      e2: answer,
      e3: answer,
      e4: answer,
      e5: answer,
      quote: text,
      quote_start: offset.nullable(),
      quote_end: offset.nullable(),
      description: text,
      information: text,
    }),
  ),
  screening_instance: z.array(
    z.strictObject({ id: uuid, screening_id: uuid, slot: z.int().min(1).max(3), code_id: uuid }),
  ),
  quote: z.array(z.strictObject({ id: uuid, transcript_id: uuid, start: offset, end: offset, ...pass, note: text })),
  memo: z.array(
    z.strictObject({
      id: uuid,
      title: text,
      subject_kind: z.enum([
        'study',
        'participant',
        'transcript',
        'passage',
        'segment',
        'code',
        'coding',
        'mismatch',
        'quality_issue',
      ]),
      subject_id: uuid,
      start: offset.nullable(),
      end: offset.nullable(),
      ...pass,
      body: text,
      written_at: at,
      updated_at: at,
    }),
  ),
  memo_code: z.array(z.strictObject({ id: uuid, memo_id: uuid, code_id: uuid })),
  code_example: z.array(z.strictObject({ id: uuid, code_id: uuid, coding_id: uuid })),
})

const handout = z.strictObject({
  kind: z.literal('handout'),
  study: z.strictObject({ id: uuid, title: name, created_at: at }),
  round: z.strictObject({
    id: uuid,
    number: z.int().min(0).max(1e9),
    name,
    kind: z.enum(['independent', 'moderated']),
    state: z.enum(['blind', 'open']),
  }),
  coder: z.strictObject({ id: uuid, name, kind: z.enum(['coder', 'moderator']) }),
  /** The newest version of the codebook; null where none was named. */
  version: name.nullable(),
  codes: z.array(code),
  transcripts: z.array(
    z.strictObject({
      id: uuid,
      name,
      language: z.string().max(40).nullable(),
      imported_at: at,
      revision: z.strictObject({ id: uuid, sha256: z.string().regex(/^[0-9a-f]{64}$/), text }),
      turns: z.array(
        z.strictObject({
          number: z.int().min(1),
          speaker: text.nullable(),
          seconds: z.number().nullable(),
          start: offset,
          end: offset,
        }),
      ),
    }),
  ),
  segments: z.array(segment),
  /** What the coder has in the study already: a new copy of it starts from there. */
  work,
})

const returned = z.strictObject({
  kind: z.literal('return'),
  codes: z.array(z.strictObject({ ...code.shape, isNew: z.boolean(), changed: z.array(z.enum(CODE_FIELDS)) })),
  /** The texts that the work is about, as they were there. */
  texts: z.array(z.strictObject({ id: uuid, name, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  /** Segments that the work refers to. */
  segments: z.array(segment),
  work,
  removed: z.array(z.strictObject({ table: z.enum(OWNED_TABLES), id: uuid })),
})

export type Handout = z.output<typeof handout>
export type Returned = z.output<typeof returned>
export type PacketSegment = z.output<typeof segment>

/** A coder's rows in the shape that the reader of packets asks for. */
export function packetWork(rows: Work): Handout['work'] {
  return work.parse(rows)
}

/** @throws AxialError import-malformed, which says where */
export function readHandout(file: string, content: string): Handout {
  return parseDocument(file, content, handout)
}

/** @throws AxialError import-malformed */
export function readReturned(file: string, content: string): Returned {
  return parseDocument(file, content, returned)
}
