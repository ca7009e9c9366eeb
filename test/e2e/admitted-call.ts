import type { Call } from '../../app/contract.ts'
import { typed } from '../../app/contract/port-client.ts'
import { callOverHttp } from '../../renderer/client.ts'

/** Calls to a loopback shell as the one browser that its printed address lets in. It uses that address up. */
export async function admittedCall({ url, origin }: { readonly url: string; readonly origin: string }): Promise<Call> {
  const entered = await fetch(url, { redirect: 'manual' })
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const send: typeof fetch = (address, init) =>
    fetch(address, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie, origin } })
  return typed(callOverHttp(send, origin))
}
