import { z } from 'zod'
import { FACETS, PHASES, type Facet, type Phase } from '../../domain/catalog.ts'
import { AxialError } from '../../domain/errors.ts'
import { remark } from '../../domain/remarks.ts'
import { parseDocument } from '../json-document.ts'

export interface ImportedQualityIssue {
  readonly reference: string
  readonly name: string
  readonly description: string
  readonly phase: Phase
  readonly facets: readonly { readonly facet: Facet; readonly text: string }[]
  readonly evidence: readonly { readonly interview: string; readonly quote: string }[]
}

const words = z.string().trim().min(1)

const qualityIssuesDocument = z.object({
  issues: z
    .array(
      z.object({
        reference: words,
        name: words,
        description: z.string().trim().default(''),
        phase: z.enum(PHASES),
        facets: z.array(z.object({ facet: z.enum(FACETS), text: words })).default([]),
        evidence: z.array(z.object({ interview: words, quote: words })).default([]),
      }),
    )
    .min(1),
})

/**
 * Reads Axial's own JSON for quality issues: `{ "issues": [{ "reference": "Q01", "name": "…", "description": "…",
 * "phase": "data-collection", "facets": [{ "facet": "symptom", "text": "…" }], "evidence": [{ "interview": "Interview 2",
 * "quote": "…" }] }] }`. Phases and facets are those of `domain/catalog.ts`; references are unique. Throws
 * `import-malformed` with the place of the first fault.
 */
export function parseQualityIssues(name: string, text: string): readonly ImportedQualityIssue[] {
  const { issues } = parseDocument(name, text, qualityIssuesDocument)
  const seen = new Set<string>()
  for (const [index, { reference }] of issues.entries()) {
    if (seen.has(reference)) {
      const repeated = remark('used-twice', { name: reference })
      const detail = remark('at', { place: `issues[${index}].reference`, remark: repeated })
      throw new AxialError('import-malformed', { name, detail })
    }
    seen.add(reference)
  }
  return issues
}
