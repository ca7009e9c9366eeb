import { z } from 'zod'
import { colour, count, id, nothing } from './values.ts'
import { read, write } from './procedure.ts'

const code = z.object({
  id: id('code'),
  parentId: id('code').nullable(),
  name: z.string(),
  abbreviation: z.string().nullable(),
  definition: z.string(),
  inclusion: z.string(),
  exclusion: z.string(),
  colour,
  position: z.int(),
  taxonomy: z.string().nullable(),
})

/** A code with how often it was used, in what the viewer may see. */
const countedCode = code.extend({ codings: count, transcripts: count })
export type CountedCode = z.infer<typeof countedCode>

export const codeProcedures = {
  'codes.list': read(z.object({ coderId: id('coder') }), z.array(countedCode)),
  'codes.create': write(
    z.object({
      name: z.string(),
      parentId: id('code').nullable().default(null),
      definition: z.string().default(''),
      colour: colour.optional(),
      coderId: id('coder').optional(),
    }),
    code,
  ),
  'codes.update': write(
    z.object({
      id: id('code'),
      name: z.string().optional(),
      definition: z.string().optional(),
      inclusion: z.string().optional(),
      exclusion: z.string().optional(),
      colour: colour.optional(),
      coderId: id('coder').optional(),
    }),
    code,
  ),
  /** Refused while anything uses the code. The refusal counts only what the remover may see. */
  'codes.remove': write(z.object({ id: id('code'), coderId: id('coder').optional() }), nothing),
} as const
