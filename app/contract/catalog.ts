import { z } from 'zod'
import { FACETS, PHASES } from '../../domain/catalog.ts'
import { count, file, id, instances, nothing } from './values.ts'
import { long, read, write } from './procedure.ts'
import { remark } from './remarks.ts'

/** Of a transcript in a round whose review was started: disagreements that nobody has decided yet. Those with none are left out. */
const openDisagreements = z.array(z.object({ transcript: z.string(), round: z.string(), disagreements: count }))

export const catalog = z.object({
  mismatches: count,
  instances: count,
  categories: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      count,
      percent: z.number(),
      subcategories: z.array(z.object({ name: z.string(), count, percent: z.number() })),
    }),
  ),
  /** While there are any, the catalog is not complete. */
  open: openDisagreements,
  items: z.array(
    z.object({
      /** The mismatch's reference, such as M01-03. */
      id: z.string(),
      mismatchId: id('mismatch'),
      interview: z.string(),
      quote: z.string(),
      description: z.string(),
      information: z.string(),
      instances,
    }),
  ),
})
export type Catalog = z.infer<typeof catalog>

export const qualityIssues = z.array(
  z.object({
    /** The issue's reference, such as Q02. */
    id: z.string(),
    issueId: id('quality-issue'),
    name: z.string(),
    description: z.string(),
    phase: z.enum(PHASES),
    facets: z.array(z.object({ facet: z.enum(FACETS), text: z.string() })),
    evidence: z.array(z.object({ interview: z.string(), quote: z.string() })),
  }),
)
export type QualityIssues = z.infer<typeof qualityIssues>

const mismatchImport = z.object({
  sheets: z.array(z.object({ sheet: z.string(), mismatches: count, instances: count })),
  mismatches: count,
  instances: count,
  /** Codes the taxonomy did not have and that were created, as paths. */
  createdCodes: z.array(z.string()),
  /** Sheets and rows that were left alone, each with why. */
  skipped: z.array(remark),
})
export type MismatchImport = z.infer<typeof mismatchImport>

export const catalogProcedures = {
  'catalog.read': read(nothing, catalog),
  'catalog.qualityIssues': read(nothing, qualityIssues),
  'mismatches.import': long(write(z.object({ file, coderId: id('coder').optional() }), mismatchImport)),
  'qualityIssues.import': long(write(z.object({ file, coderId: id('coder').optional() }), z.object({ issues: count }))),
} as const
