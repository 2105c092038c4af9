import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/*
 * Words are sealed with AES-256-GCM under the key of their conversation: nonce (12), tag (16), bytes.
 * Erasing a person is destroying the key; the hash chain runs over the sealed bytes and still verifies.
 */

/** A new key for a conversation. */
export const newKey = (): Buffer => randomBytes(32)

// Chance is drawn in pages: a nonce is never used twice, and a page costs what one nonce would.
let page = randomBytes(0)
let used = 0

function nextNonce(): Buffer {
  if (used + 12 > page.length) {
    page = randomBytes(12 * 512)
    used = 0
  }
  used += 12
  return page.subarray(used - 12, used)
}

export function seal(key: Buffer, text: string): Buffer {
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = cipher.update(text, 'utf8')
  const last = cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), body, last])
}

/** Opens what `seal` closed; throws when the key is not the one or a byte was changed. */
export function unseal(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
}

/** The part of a turn its hash covers beside the previous hash. */
export interface ChainLink {
  conversation: string
  turn: number
  at: string
  ran: { flows: string; texts: string; policy: string; facts: string }
  sealed: Buffer
}

/** Hash of a turn: over the hash before it, its header and its sealed bytes. */
export function chainHash(previous: string, link: ChainLink): string {
  const { flows, texts, policy, facts } = link.ran
  const head = [previous, link.conversation, link.turn, link.at, flows, texts, policy, facts]
  return createHash('sha256').update(head.join('\n')).update(link.sealed).digest('hex')
}
