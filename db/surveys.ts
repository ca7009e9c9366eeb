import { asId, type ItemId, type RespondentId, type SurveyId } from '../domain/ids.ts'
import type { Connection } from './connection.ts'

export interface Survey {
  readonly id: SurveyId
  readonly name: string
  readonly source: string
  /** Labels, lowest first. */
  readonly scale: readonly string[]
}

export interface Item {
  readonly id: ItemId
  readonly column: string
  readonly label: string
}

export interface Respondent {
  readonly id: RespondentId
  readonly attributes: readonly { readonly column: string; readonly label: string; readonly value: string }[]
}

interface AttributeRow {
  readonly respondent_id: string
  readonly column_name: string
  readonly label: string
  readonly value: string
}

/** Surveys with their items, respondents and answers. */
export class Surveys {
  readonly #all
  readonly #scale
  readonly #items
  readonly #respondents
  readonly #attributes
  readonly #answers
  readonly #add
  readonly #addPoint
  readonly #addItem
  readonly #addRespondent
  readonly #addAttribute
  readonly #addAnswer

  constructor(db: Connection) {
    this.#all = db.prepare<[], { id: string; name: string; source: string }>(
      'SELECT id, name, source FROM survey ORDER BY id',
    )
    this.#scale = db.prepare<[string], { label: string }>(
      'SELECT label FROM scale_point WHERE survey_id = ? ORDER BY value',
    )
    this.#items = db.prepare<[string], { id: string; column: string; label: string }>(
      'SELECT id, column_name AS "column", label FROM item WHERE survey_id = ? ORDER BY position',
    )
    this.#respondents = db.prepare<[string], { id: string }>(
      'SELECT id FROM respondent WHERE survey_id = ? ORDER BY position',
    )
    this.#attributes = db.prepare<[string], AttributeRow>(
      `SELECT a.respondent_id, a.column_name, a.label, a.value FROM respondent_attribute a
       JOIN respondent r ON r.id = a.respondent_id WHERE r.survey_id = ? ORDER BY a.id`,
    )
    this.#answers = db.prepare<[string], { respondent_id: string; item_id: string; value: number }>(
      `SELECT a.respondent_id, a.item_id, a.value FROM answer a
       JOIN item i ON i.id = a.item_id WHERE i.survey_id = ?`,
    )
    this.#add = db.prepare<[string, string, string]>('INSERT INTO survey (id, name, source) VALUES (?, ?, ?)')
    this.#addPoint = db.prepare<[string, string, number, string]>(
      'INSERT INTO scale_point (id, survey_id, value, label) VALUES (?, ?, ?, ?)',
    )
    this.#addItem = db.prepare<[string, string, string, string, number]>(
      'INSERT INTO item (id, survey_id, column_name, label, position) VALUES (?, ?, ?, ?, ?)',
    )
    this.#addRespondent = db.prepare<[string, string, number]>(
      'INSERT INTO respondent (id, survey_id, position) VALUES (?, ?, ?)',
    )
    this.#addAttribute = db.prepare<[string, string, string, string, string]>(
      'INSERT INTO respondent_attribute (id, respondent_id, column_name, label, value) VALUES (?, ?, ?, ?, ?)',
    )
    this.#addAnswer = db.prepare<[string, string, string, number]>(
      'INSERT INTO answer (id, respondent_id, item_id, value) VALUES (?, ?, ?, ?)',
    )
  }

  all(): readonly Survey[] {
    return this.#all.all().map(({ id, name, source }) => ({
      id: asId<'survey'>(id),
      name,
      source,
      scale: this.#scale.all(id).map(({ label }) => label),
    }))
  }

  items(survey: SurveyId): readonly Item[] {
    return this.#items.all(survey).map(({ id, column, label }) => ({ id: asId<'item'>(id), column, label }))
  }

  respondents(survey: SurveyId): readonly Respondent[] {
    const attributes = Map.groupBy(this.#attributes.all(survey), (row) => row.respondent_id)
    return this.#respondents.all(survey).map(({ id }) => ({
      id: asId<'respondent'>(id),
      attributes: (attributes.get(id) ?? []).map(({ column_name: column, label, value }) => ({ column, label, value })),
    }))
  }

  /** Values by item and respondent; what is absent was not answered. */
  answers(survey: SurveyId): ReadonlyMap<ItemId, ReadonlyMap<RespondentId, number>> {
    const byItem = new Map<ItemId, Map<RespondentId, number>>()
    for (const row of this.#answers.all(survey)) {
      const item = asId<'item'>(row.item_id)
      const values = byItem.get(item) ?? new Map<RespondentId, number>()
      values.set(asId<'respondent'>(row.respondent_id), row.value)
      byItem.set(item, values)
    }
    return byItem
  }

  add({ id, name, source, scale }: Survey, newId: () => string): void {
    this.#add.run(id, name, source)
    scale.forEach((label, index) => this.#addPoint.run(newId(), id, index + 1, label))
  }

  addItem(survey: SurveyId, { id, column, label }: Item, position: number): void {
    this.#addItem.run(id, survey, column, label, position)
  }

  addRespondent(survey: SurveyId, { id, attributes }: Respondent, position: number, newId: () => string): void {
    this.#addRespondent.run(id, survey, position)
    for (const { column, label, value } of attributes) this.#addAttribute.run(newId(), id, column, label, value)
  }

  addAnswer(id: string, respondent: RespondentId, item: ItemId, value: number): void {
    this.#addAnswer.run(id, respondent, item, value)
  }
}
