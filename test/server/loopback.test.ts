import { request as httpRequest, type IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RawCall } from '../../app/contract/port-client.ts'
import { BODY_LIMIT, CALL_HEADER } from '../../app/contract/wire.ts'
import { startLoopback, startOnFirst } from '../../server/loopback.ts'
import { visitLoopback, type Visitor } from '../fixtures/loopback.ts'

/** Answers with what it was asked; `wait` goes on until it is cancelled. */
const call: RawCall = (name, input, { signal, onProgress } = {}) =>
  name !== 'wait'
    ? Promise.resolve({ name, input })
    : new Promise((_resolve, reject) => {
        onProgress?.({ done: 1, total: 0, what: 'waiting' })
        signal?.addEventListener('abort', () => reject(new Error('stopped')))
      })

describe('the loopback shell', () => {
  let visitor: Visitor
  beforeEach(async () => {
    visitor = await visitLoopback(call)
  })
  afterEach(() => visitor.loopback.close())

  const at = (path: string) => `${visitor.loopback.origin}${path}`
  const post = (headers: Record<string, string> = {}, body = '{}') =>
    visitor.send(at('/call/echo'), { method: 'POST', headers, body })

  /** A request as no browser would make it, byte for byte. */
  const raw = (path: string, headers: Record<string, string>, method = 'GET') =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { hostname, port } = new URL(visitor.loopback.origin)
      httpRequest({ hostname, port, path, method, headers }, resolve).on('error', reject).end()
    })

  it('listens on 127.0.0.1 alone', () => {
    expect(visitor.loopback.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('shows nothing to a browser without the cookie', async () => {
    for (const path of ['/', '/assets/app.js']) expect((await fetch(at(path))).status).toBe(401)
    const asked = await fetch(at('/call/echo'), {
      method: 'POST',
      body: '{}',
      headers: { origin: visitor.loopback.origin },
    })
    expect(asked.status).toBe(401)
    expect(await asked.json()).toMatchObject({ kind: 'error', error: { reason: 'not-admitted' } })
  })

  it('tells a person who was not let in what to do, in both languages', async () => {
    const text = await (await fetch(at('/'))).text()
    expect(text).toContain('open the address that Axial printed')
    expect(text).toContain('ouvrez l’adresse affichée')
  })

  it('admits by its token once and never again', async () => {
    const second = await fetch(visitor.loopback.url, { redirect: 'manual' })
    expect([second.status, second.headers.get('set-cookie')]).toEqual([401, null])
  })

  it('refuses a token that is not its own', async () => {
    expect((await fetch(at('/enter?token=guess'), { redirect: 'manual' })).status).toBe(401)
    expect((await fetch(at('/enter'), { redirect: 'manual' })).status).toBe(401)
  })

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const loopback = await startLoopback({ pages: '/nowhere', call, port: 0 })
    const entered = await fetch(loopback.url, { redirect: 'manual' })
    await loopback.close()
    expect(entered.status).toBe(303)
    expect(entered.headers.get('location')).toBe('/')
    expect(entered.headers.get('set-cookie')).toMatch(/^axial-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('comes back at the address it had, so that what the browser remembers holds, and beside itself at another', async () => {
    const options = { pages: '/nowhere', call }
    const first = await startLoopback({ ...options, port: 0 })
    const beside = await startOnFirst(options, [first.port, 0])
    expect(beside.port).not.toBe(first.port)
    await first.close()
    const again = await startOnFirst(options, [first.port, 0])
    expect(again.origin).toBe(first.origin)
    await Promise.all([beside.close(), again.close()])
  })

  it('takes the admitted browser to the page without the token when it opens the address again', async () => {
    const again = await visitor.send(visitor.loopback.url, { redirect: 'manual' })
    expect([again.status, again.headers.get('location')]).toEqual([303, '/'])
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost', '[::1]:80'])(
    'refuses a request for the host %s, as after DNS rebinding',
    async (host) => {
      expect((await raw('/enter?token=x', { host })).statusCode).toBe(421)
    },
  )

  it('answers to localhost as to 127.0.0.1', async () => {
    expect((await raw('/', { host: `localhost:${visitor.loopback.port}` })).statusCode).toBe(401)
  })

  it.each([
    ['no origin', {}],
    ['another site’s origin', { origin: 'https://evil.example' }],
    ['a null origin', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ])('refuses a call with %s although it brings the cookie', async (_what, headers) => {
    const { cookie } = visitor
    const asked = await fetch(at('/call/echo'), { method: 'POST', body: '{}', headers: { ...headers, cookie } })
    expect(asked.status).toBe(403)
  })

  it.each(['cross-site', 'same-site'])('refuses what the browser calls %s, calls and pages alike', async (site) => {
    const headers = { 'sec-fetch-site': site }
    expect((await post(headers)).status).toBe(403)
    expect((await visitor.send(at('/'), { headers })).status).toBe(403)
  })

  it('sends the strict headers with every answer, refusals included', async () => {
    const answers = [
      await visitor.send(at('/')),
      await visitor.send(at('/assets/app.js')),
      await visitor.send(at('/nothing.js')),
      await post(),
      await fetch(at('/')),
      await visitor.send(at('/'), { method: 'PUT' }),
    ]
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
      expect(policy).not.toContain('unsafe')
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  })

  it('serves the page and its files, each with its type', async () => {
    const page = await visitor.send(at('/'))
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).toContain('<title>stand-in</title>')
    const script = await visitor.send(at('/assets/app.js'))
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/../loopback.ts',
    '/%2e%2e/loopback.ts',
    '/..%2floopback.ts',
    '/assets/..%2f..%2floopback.ts',
    '/..%5cloopback.ts',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/assets',
    '/notes.txt',
  ])('finds nothing at %s', async (path) => {
    const { cookie } = visitor
    expect((await raw(path, { host: `127.0.0.1:${visitor.loopback.port}`, cookie })).statusCode).toBe(404)
  })

  it('never lets an answer be stored', async () => {
    expect((await post()).headers.get('cache-control')).toBe('no-store')
  })

  it('answers a body that is not its JSON with a sentence', async () => {
    const asked = await post({}, '{"half": ')
    expect(asked.status).toBe(400)
    expect(await asked.json()).toMatchObject({ error: { reason: 'bad-request' } })
  })

  it('answers a body nested beyond measure with a sentence', async () => {
    expect((await post({}, '['.repeat(200_000) + ']'.repeat(200_000))).status).toBe(400)
  })

  it('refuses a body over the limit before it is read', async () => {
    const { cookie } = visitor
    const answer = await raw(
      '/call/echo',
      {
        host: `127.0.0.1:${visitor.loopback.port}`,
        origin: visitor.loopback.origin,
        cookie,
        'content-length': String(BODY_LIMIT + 1),
        expect: '100-continue',
      },
      'POST',
    )
    expect(answer.statusCode).toBe(400)
    answer.destroy()
  })

  it('cancels a call by the id that its caller gave it', async () => {
    const headers = { [CALL_HEADER]: 'mine' }
    const response = await visitor.send(at('/call/wait'), { method: 'POST', headers, body: '{}' })
    await visitor.send(at('/cancel'), { method: 'POST', headers: { [CALL_HEADER]: 'another' } })
    await visitor.send(at('/cancel'), { method: 'POST', headers })
    const lines = (await response.text()).trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(['progress', 'error'])
  })

  it('cancels a call whose caller has gone away', async () => {
    let stopped: () => void = () => {}
    const stopping = new Promise<void>((resolve) => (stopped = resolve))
    const watched: RawCall = (_name, _input, { signal, onProgress } = {}) =>
      new Promise((_resolve, reject) => {
        onProgress?.({ done: 0, total: 0, what: '' })
        signal?.addEventListener('abort', () => {
          stopped()
          reject(new Error('stopped'))
        })
      })
    const other = await visitLoopback(watched)
    const controller = new AbortController()
    const url = `${other.loopback.origin}/call/anything`
    await other.send(url, { method: 'POST', body: '{}', signal: controller.signal })
    controller.abort()
    await stopping
    await other.loopback.close()
  })
})
