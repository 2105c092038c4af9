// The alphabet of references, without look-alikes.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Reference of the n-th bench account: it looks like any other. */
export function reference(n: number): string {
  let rest = n
  let text = ''
  for (let place = 0; place < 6; place++) {
    text = alphabet[rest % alphabet.length] + text
    rest = Math.floor(rest / alphabet.length)
  }
  return `HEL-${text}`
}
