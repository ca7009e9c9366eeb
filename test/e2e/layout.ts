/**
 * What is drawn amiss on the screen that is shown, by eye rather than by rule: figures that are cut off, and headings of columns
 * of figures that do not end where the figures end. For `page.evaluate`.
 */
export function misdrawn(): string[] {
  const cut = [...document.querySelectorAll<HTMLElement>('.bar > span, .figure-value, td.cell-end')]
    .filter((element) => /^\p{N}/u.test(element.innerText) && element.scrollWidth > element.clientWidth)
    .map((element) => `cut off: ${element.innerText}`)
  const endOfWords = (cell: Element) => {
    const words = document.createRange()
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    const ends: number[] = []
    while (walker.nextNode() !== null) {
      words.selectNodeContents(walker.currentNode)
      if (walker.currentNode.parentElement?.closest('.visually-hidden') === null) {
        ends.push(words.getBoundingClientRect().right)
      }
    }
    return Math.max(...ends)
  }
  const askew = [...document.querySelectorAll<HTMLTableElement>('table.table')].flatMap((table) =>
    [...table.querySelectorAll<HTMLTableCellElement>('thead th.cell-end')].flatMap((heading) => {
      const below = table.tBodies[0]?.rows[0]?.cells[heading.cellIndex]
      if (below === undefined || below.innerText.trim() === '' || heading.innerText.trim() === '') return []
      const apart = Math.round(endOfWords(heading) - endOfWords(below))
      return Math.abs(apart) > 2 ? [`“${heading.innerText}” ends ${String(apart)} pixels from its figures`] : []
    }),
  )
  return [...cut, ...askew]
}
