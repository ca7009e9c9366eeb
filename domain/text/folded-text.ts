/** Text without case and accents: “À employer” is `a employer`. For comparing and looking for, never for showing. */
export function foldText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The same with hyphens, underlines and apostrophes as blanks, as people look for names in a list. */
export function foldSought(text: string): string {
  return foldText(text).replaceAll(/[-_’']/g, ' ')
}

/** Whether every word of what is looked for is somewhere in one of the texts. Where nothing is, every text will do. */
export function holdsWords(sought: string, texts: readonly string[]): boolean {
  const words = foldSought(sought)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return true
  const all = foldSought(texts.join('\n'))
  return words.every((word) => all.includes(word))
}
