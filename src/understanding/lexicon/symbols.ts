/** Characters that are words of their own. */
export const symbols = new Map([
  ['€', 'eur'],
  ['£', 'gbp'],
  ['$', 'usd'],
  ['%', 'percent'],
  ['&', 'et'],
  ['/', 'par'],
  ['*', 'fois'],
  ['×', 'fois'],
  ['👍', 'ok'],
  ['👌', 'ok'],
  ['✅', 'ok'],
  ['🆗', 'ok'],
  ['👎', 'non'],
  ['❌', 'non'],
])

/** Short forms that mix letters and digits. */
export const mixed = new Map([
  ['2main', 'demain'],
  ['2m1', 'demain'],
  ['dem1', 'demain'],
  ['b1', 'bien'],
  ['bi1', 'bien'],
  ['ri1', 'rien'],
  ['2moro', 'tomorrow'],
  ['2morrow', 'tomorrow'],
  ['2day', 'today'],
  ['2nite', 'tonight'],
  ['b4', 'before'],
  ['l8r', 'later'],
  ['m2', 'm2'],
  ['m3', 'm3'],
  ['a2m1', 'demain'],
  ['1stant', 'instant'],
  ['koi2', 'quoi'],
])
