import { z } from 'zod'
import { id, nothing } from './values.ts'
import { read, write } from './procedure.ts'

const participant = z.object({
  id: id('participant'),
  pseudonym: z.string(),
  role: z.string().nullable(),
  years: z.number().nullable(),
  organization: z.string().nullable(),
  team: z.string().nullable(),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
})
export type ListedParticipant = z.infer<typeof participant>

/** What is noted of a participant: an empty word is nothing noted. A team stands within its organization. */
const noted = {
  pseudonym: z.string(),
  role: z.string().default(''),
  years: z.number().min(0).max(100).nullable().default(null),
  organization: z.string().default(''),
  team: z.string().default(''),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  coderId: id('coder').optional(),
}

export const participantProcedures = {
  'participants.list': read(nothing, z.array(participant)),
  'participants.create': write(z.object(noted), participant),
  'participants.update': write(z.object({ id: id('participant'), ...noted }), participant),
  /** Refused while a transcript is theirs. */
  'participants.remove': write(z.object({ id: id('participant'), coderId: id('coder').optional() }), nothing),
} as const
