/** The languages the product speaks. */
export type Language = 'en' | 'fr'

/** One thing said in both languages. `{name}` stands for a parameter, the same ones in each. */
export interface Phrase {
  readonly en: string
  readonly fr: string
}

/** The names of a text's parameters, as a type: `'row' | 'remark'` for `row {row}: {remark}`. */
export type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never

/** The text with each `{name}` or `{name:form}` replaced by what `say` gives for it. */
export function fillPhrase(text: string, say: (name: string, form: string | undefined) => string): string {
  return text.replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form: string | undefined) => say(name, form))
}
