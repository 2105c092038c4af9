import { sampleBill, samples } from '../../billing/bill-files.ts'
import { newDialogState } from '../../../src/conversation/state.ts'
import { inputOf, withAccount } from './facts.ts'
import type { ActionInput } from '../../../src/dialog/action.ts'
import type { Account } from '../../../src/conversation/account.ts'

/** A frame of a flow as it waits. */
export function frame(flow: string) {
  return { flow, step: 'x', slots: {}, vars: {}, tries: 0 }
}

/** A proven customer with the sample bill that went up, in `explain-bill`. */
export function explaining(
  change: Partial<ActionInput> = {},
  account: Partial<Account> = {},
): ActionInput {
  const bills = [sampleBill(samples.higher), sampleBill(samples.before)]
  return inputOf({
    facts: withAccount({ bills, dueCents: 15282, ...account }),
    state: { ...newDialogState('fr'), stack: [frame('explain-bill')] },
    ...change,
  })
}
