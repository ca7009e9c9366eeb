import { describe, expect, it } from 'vitest'
import { LEFT_OUT } from '../../../domain/agreement/figures.ts'
import { methodSentence, type MethodFacts } from '../../../domain/agreement/method-sentence.ts'
import { UNITS } from '../../../domain/agreement/units.ts'

/** Interview 12 of the published data (method.md, section 4), with made intervals. */
const interview12: MethodFacts = {
  design: { kind: 'coders', coders: 2 },
  subject: 'codings',
  unit: 'turn',
  share: null,
  transcripts: 1,
  units: 160,
  codes: 18,
  uncodedShare: 0.8875,
  codebookVersion: null,
  mappedCodes: 0,
  mergedCodes: 0,
  harmonised: false,
  figures: {
    codedAgreement: { value: 0.9313, reason: null, n: 160, interval: [0.8875, 0.9688] },
    kappaCoded: { value: 0.5833, reason: null, n: 160, interval: [0.3, 0.8] },
    kappaPooled: { value: 0.2502, reason: null, n: 2880, interval: null },
    alphaJaccard: { value: 0.3726, reason: null, n: 160, interval: null },
  },
  seed: 1,
  resamples: 1000,
  leftOut: [
    { reason: 'unaligned-turns', count: 2 },
    { reason: 'outside-units', count: 0 },
  ],
}

describe('the sentence for the method section', () => {
  it('says who coded what, on which units, every figure with its interval and n, how, and what was left out', () => {
    expect(methodSentence(interview12, 'en')).toBe(
      'Two coders independently coded 1 transcript (160 turns, 18 codes). All turns count, coded or not; 88.8% were coded ' +
        'by neither. Inter-coder agreement: observed agreement on coded or not = 0.931 (95% CI 0.887 to 0.969); Cohen’s κ ' +
        'on coded or not = 0.583 (95% CI 0.300 to 0.800); Cohen’s κ pooled over all unit × code cells = 0.250 (n = 2,880); ' +
        'Krippendorff’s α on sets of codes with Jaccard distance = 0.373. Confidence intervals are percentile bootstrap ' +
        'intervals over turns (1,000 resamples, seed 1). Left out: 2 turns of the coders’ files that matched no turn of ' +
        'the transcripts.',
    )
  })

  it('says the same in French, with commas, no-break spaces and typographic apostrophes', () => {
    expect(methodSentence(interview12, 'fr').replaceAll('\u00A0', '_')).toBe(
      'Deux codeurs ont codé indépendamment 1 transcription (160 tours de parole, 18 codes). Unités_: tours de parole, ' +
        'toutes comptées, codées ou non_; codées par aucun codeur_: 88,8_%. Accord intercodeur_: accord observé sur le ' +
        'fait de coder_=_0,931 (IC à 95_% de 0,887 à 0,969)_; κ de Cohen sur le fait de coder_=_0,583 (IC à 95_% de 0,300 ' +
        'à 0,800)_; κ de Cohen groupé sur toutes les cases unité × code_=_0,250 (n_=_2_880)_; α de Krippendorff sur les ' +
        'ensembles de codes, distance de Jaccard_=_0,373. Les intervalles de confiance sont obtenus par bootstrap ' +
        '(percentiles) sur les tours de parole (1_000 rééchantillons, graine 1). Laissés de côté_: 2 tours de parole des ' +
        'fichiers des codeurs sans correspondance dans les transcriptions.',
    )
  })

  it('gives the reason of a figure that is not defined in place of a number', () => {
    const figures = { kappaCoded: { value: null, reason: 'expected-agreement-is-one', n: 160, interval: null } }
    const text = methodSentence({ ...interview12, figures }, 'en')
    expect(text).toContain('Cohen’s κ on coded or not is not defined: all answers were one and the same.')
    expect(text).not.toContain('Inter-coder agreement')
    expect(text).not.toContain('resamples')
  })

  it('speaks of one coder and two rounds where a coder is compared with themself', () => {
    const text = methodSentence({ ...interview12, design: { kind: 'rounds', rounds: ['May', 'June'] } }, 'en')
    expect(text).toContain('One coder coded 1 transcript twice, in “May” and in “June” (160 turns, 18 codes).')
    expect(text).toContain('were coded in neither round. Intra-coder agreement:')
  })

  it('counts coders in words up to nine', () => {
    const withCoders = (coders: number) => methodSentence({ ...interview12, design: { kind: 'coders', coders } }, 'en')
    expect(withCoders(3)).toMatch(/^Three coders independently/)
    expect(withCoders(12)).toMatch(/^12 coders independently/)
  })

  it('says at which share of overlap passages count as one, and gives the alpha of unitizing for spans alone', () => {
    const figures = { ...interview12.figures, alphaUnitizing: { value: 0.4, reason: null, n: 9000, interval: null } }
    const spans = methodSentence({ ...interview12, figures, unit: 'overlap', share: 0.5 }, 'en')
    expect(spans).toContain('shared at least 50% of what they covered together')
    expect(spans).toContain('α for unitizing = 0.400 (n = 9,000)')
    expect(methodSentence({ ...interview12, figures }, 'en')).not.toContain('unitizing')
  })

  it('keeps no-break spaces and apostrophes in French, whatever it says', () => {
    for (const subject of ['codings', 'screenings', 'instances'] as const) {
      for (const unit of UNITS) {
        for (const design of [interview12.design, { kind: 'rounds', rounds: ['Mai', 'Juin'] } as const]) {
          const leftOut = LEFT_OUT.map((reason) => ({ reason, count: 2 }))
          const facts = { ...interview12, design, subject, unit, share: 0.5, codebookVersion: 'v2', leftOut }
          const text = methodSentence(facts, 'fr')
          expect(text).not.toMatch(/[^\u00A0][:;!?»%]|«[^\u00A0]|\p{L}'\p{L}/u)
        }
      }
    }
  })

  it.each(['codings', 'screenings', 'instances'] as const)(
    'has no missing part for %s in either language',
    (subject) => {
      const facts = { ...interview12, subject, codebookVersion: 'v2' }
      for (const language of ['en', 'fr'] as const) {
        expect(methodSentence(facts, language)).not.toMatch(/undefined|null|NaN|false|\(\)| {2}/)
      }
    },
  )
})

describe('the sentence of a comparison in which codes were mapped', () => {
  it('says which names the figures are of, and nothing where none was mapped', () => {
    const of = (mappedCodes: number, harmonised: boolean, language: 'en' | 'fr' = 'en') =>
      methodSentence({ ...interview12, mappedCodes, harmonised }, language)
    expect(of(2, true)).toContain(
      'by neither. Names were harmonised: 2 codes were each counted as another one of the same meaning. Inter-coder',
    )
    expect(of(2, false)).toContain('under the names that the coders gave them, without the mappings of harmonising.')
    expect(of(1, true, 'fr')).toContain('1 code a été compté comme un autre de même sens.')
    expect(of(0, true)).toBe(of(0, false))
    expect(methodSentence({ ...interview12, mergedCodes: 1 }, 'en')).toContain(
      'Before, 1 code had been merged into another one of the same meaning.',
    )
  })
})
