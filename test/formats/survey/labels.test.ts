import { describe, expect, it } from 'vitest'
import type { SurveyColumn } from '../../../formats/survey/columns.ts'
import { itemLabels } from '../../../formats/survey/labels.ts'

function columnsOf(texts: Readonly<Record<string, string>>): readonly SurveyColumn[] {
  return Object.entries(texts).map(([id, text], index) => ({ index, id, text, answers: [] }))
}

describe('the labels of survey items', () => {
  it('put the title before names that two grids share, without the explanation that follows it', () => {
    const ask = 'How important is it to share this between those who build and those who run the system? - '
    const labels = itemLabels(
      columnsOf({
        Q1_1: `Training Data: what the model learned from. ${ask}Versioning: which extract`,
        Q1_2: `Training Data: what the model learned from. ${ask}Statistics: what they look like`,
        Q2_1: `Trained Model: the model as it is handed over. ${ask}Versioning: which model runs`,
        Q2_2: `Trained Model: the model as it is handed over. ${ask}Metrics: how good it is`,
      }),
    )
    expect(labels).toEqual(['Training Data: Versioning', 'Statistics', 'Trained Model: Versioning', 'Metrics'])
  })

  it('fall back on the column where the grids have no short title', () => {
    const long = 'Please think of all the systems that you have worked on during the last five years of your career '
    const labels = itemLabels(
      columnsOf({
        Q1_1: `${long}A - Speed: a`,
        Q1_2: `${long}A - Cost: b`,
        Q2_1: `${long}B - Speed: c`,
        Q2_2: `${long}B - Size: d`,
      }),
    )
    expect(labels).toEqual(['Q1_1: Speed', 'Cost', 'Q2_1: Speed', 'Size'])
  })
})
