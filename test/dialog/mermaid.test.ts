import { dialogOf, promise } from './tiny.ts'
import { drawFlows } from '../../src/dialog/mermaid.ts'
import { expect, it } from 'vitest'

it('draws each flow with its questions, ways and ends', () => {
  const branching = `
starts_on: [plan]
requires: proven
slots: { more: yes_no }
steps:
  - ask: more
    on_refuse: { goto: no_more }
  - branch:
      - { if: more, goto: yes_more }
      - { else: true, goto: no_more }
  - id: yes_more
    say: good
  - id: no_more
    handover: asked
`
  const page = drawFlows(dialogOf({ promise, branching }))
  const drawn = page.slice(page.indexOf('## branching'), page.indexOf('## danger'))
  expect(drawn).toBe(`## branching

Test. (starts on plan · needs the proof of person)

\`\`\`mermaid
flowchart TD
  s0("ask more")
  s0 -->|"refused"| s3
  s0 --> s1
  s1{"branch"}
  s1 -->|"more"| s2
  s1 -->|"else"| s3
  s2["say good"]
  s2 --> s3
  s3[["a person: asked"]]
  s3 --> done
  done([end])
\`\`\`

`)
})
