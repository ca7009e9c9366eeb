import type { Page } from 'playwright-core'

/** What has the focus, as a screen reader would name it: its role or tag, and its name. */
export async function focused(page: Page): Promise<{ readonly role: string; readonly name: string }> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null) return { role: '', name: '' }
    const labelledBy = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
    const labels =
      element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : []
    const name = element.getAttribute('aria-label') ?? (labelledBy.trim() || labels.join(' ') || element.textContent)
    return { role: element.getAttribute('role') ?? element.tagName.toLowerCase(), name: name.trim() }
  })
}

/** Milliseconds that a screen may take until what is looked for can be reached. */
const PATIENCE = 10_000

/**
 * Presses a key until what has the focus is named so. What is still being drawn is gone round for once more. Fails after
 * ten seconds, saying what was passed on the last round of so many presses.
 */
export async function pressUntil(page: Page, key: string, name: RegExp, round = 60): Promise<void> {
  const end = Date.now() + PATIENCE
  for (;;) {
    const passed: string[] = []
    for (let presses = 0; presses <= round; presses++) {
      const current = await focused(page)
      if (name.test(current.name)) return
      passed.push(`${current.role} “${current.name.slice(0, 40)}”`)
      await page.keyboard.press(key)
    }
    if (Date.now() > end) throw new Error(`${key} never reached ${String(name)}; it passed ${passed.join(', ')}`)
  }
}
