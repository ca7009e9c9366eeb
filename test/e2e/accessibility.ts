import axe, { type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    readonly axe?: Pick<typeof axe, 'run'>
  }
}

/** Only what is wrong is put together: on a large page the rest costs most of the time, and nobody asks for it. */
const OPTIONS: RunOptions = { resultTypes: ['violations'] }

/** How many times what is found is looked for. */
const LOOKS = 5

/**
 * What axe finds wrong with a page as it stands, a line each: the rule and the first element. `within` is a selector. The
 * page keeps axe from one question to the next; the workbench has no frames that would each need their own. Colours that
 * are still on their way to others would be measured half-way: it is waited for them, and what is found is looked for
 * again, a few times over two seconds. What is wrong with a page that stands stays wrong.
 */
export async function faultsOf(page: Page, within?: string): Promise<readonly string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source)
  let found = await violationsOf(page, within)
  for (let look = 1; look < LOOKS && found.length > 0; look++) {
    await page.waitForTimeout(look * 200)
    found = await violationsOf(page, within)
  }
  return found
}

async function violationsOf(page: Page, within: string | undefined): Promise<readonly string[]> {
  await page.evaluate(settleColours)
  const results = await page.evaluate(async ([context, options]) => window.axe?.run(context ?? document, options), [
    within,
    OPTIONS,
  ] as const)
  if (results === undefined) throw new Error('axe is not on the page')
  return results.violations.map(({ id, nodes }) => `${id}, ${nodes[0]?.html ?? ''}`)
}

async function settleColours(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
  await Promise.allSettled(transitions.map(({ finished }) => finished))
}
